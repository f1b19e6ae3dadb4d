import os
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Policy
from purposelint.errors import InputError, InputMistake
from purposelint.policy.catalogue import read_catalog
from purposelint.policy.documents import Document
from purposelint.policy.locations import label_of
from purposelint.policy.policies import load_policy, read_policy

HEAD = '[policy]\nid = "p"\ntitle = "P"\n'
PAYMENT = '[purposes.payment]\ntitle = "Payment"\n'
PolicyOf = Callable[[str], Policy]


def mistakes_of(load: PolicyOf, text: str) -> tuple[InputMistake, ...]:
    with pytest.raises(InputError) as caught:
        load(text)
    return caught.value.mistakes


def test_globs_sets_and_exclusions_become_ids(policy_of: PolicyOf) -> None:
    policy = policy_of(
        HEAD
        + PAYMENT
        + '[sets]\nplaces = ["location.*"]\nall_but_mail = ["*", "!identity.email"]\n'
        + '[[permit]]\nelements = ["places", "identity.email"]\npurposes = "payment"\nclause = "1"\n'
        + '[[forbid]]\nelements = ["all_but_mail", "!places"]\nclause = "2"\n'
    )
    assert set(policy.permits[0].elements) == {"location.city", "location.region", "identity.email"}
    assert policy.permits[0].purposes == ("payment",)
    assert set(policy.forbids[0].elements) == {"device.imei", "identity.phone", "identity.name"}
    assert policy.named == {"location.city", "location.region", "identity.email"}
    assert policy.named_exactly == policy.named


def test_a_bare_star_names_all_in_permits_and_nothing_exactly(policy_of: PolicyOf) -> None:
    forbidding = policy_of(HEAD + '[[forbid]]\nelements = ["*"]\nclause = "2"\n')
    assert forbidding.named == frozenset()
    mentioning = policy_of('mentions = ["*", "device.*"]\n' + HEAD)
    assert len(mentioning.named) == 6
    assert mentioning.named_exactly == {"device.imei"}


SIX = """\
mention = ["*"]
[policy]
id = "p"
titel = "P"
[purposes.payment]
title = 3
[[permit]]
elements = ["identity.emial", "decive.*", "imei"]
purposes = ["paymnet"]
recipients = ["partner"]
[[forbid]]
elements = ["*"]
clause = "1"
unless = ["exc.law"]
activities = ["logs"]
[[question]]
id = "q"
text = "?"
clause = "1"
decision = "permit"
[[question]]
id = "q"
text = "?"
clause = "1"
"""


def test_every_mistake_of_a_file_is_told_at_once(policy_of: PolicyOf) -> None:
    found = sorted((each.line, each.key, each.message) for each in mistakes_of(policy_of, SIX))
    assert found == [
        (1, "mention", 'unknown key "mention", did you mean "mentions"?'),
        (2, "policy", 'key "title" is missing'),
        (4, "policy.titel", 'unknown key "titel", did you mean "title"?'),
        (6, "purposes.payment.title", "must be text, not a number"),
        (7, "the 1st [[permit]]", 'key "clause" is missing'),
        (
            8,
            "the 1st [[permit]], item 1 of elements",
            'unknown element "identity.emial", did you mean "identity.email"?',
        ),
        (
            8,
            "the 1st [[permit]], item 2 of elements",
            '"decive.*" matches no element, did you mean "device.*"?',
        ),
        (8, "the 1st [[permit]], item 3 of elements", 'unknown element "imei", did you mean "device.imei"?'),
        (9, "the 1st [[permit]], item 1 of purposes", 'unknown purpose "paymnet", did you mean "payment"?'),
        (10, "the 1st [[permit]], item 1 of recipients", 'unknown recipient "partner"'),
        (14, "the 1st [[forbid]], item 1 of unless", 'unknown purpose "exc.law"'),
        (
            15,
            "the 1st [[forbid]], item 1 of activities",
            '"logs" is none of log, share, store, did you mean "log"?',
        ),
        (20, "the 1st [[question]], decision", 'a decision needs "by" and "on"'),
        (22, "the 2nd [[question]], id", 'question "q" is stated twice'),
    ]


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        (HEAD + "[policy]\n", "", "is not valid TOML"),
        (PAYMENT, "", 'table "policy" is missing'),
        (HEAD + "schema = 2\n", "policy.schema", "schema 2 is not known"),
        (HEAD + 'requires = ">=99.0"\n', "policy.requires", "needs purposelint >=99.0"),
        (HEAD + 'requires = "~1"\n', "policy.requires", 'not of the form ">=0.1"'),
        (HEAD + 'extends = ["missing.toml"]\n', "item 1 of policy.extends", "there is no file"),
        (HEAD + 'extends = ["renqign"]\n', "item 1 of policy.extends", 'did you mean "renqing"?'),
        (
            HEAD + 'extends = ["package:no_such_package_here"]\n',
            "item 1 of policy.extends",
            "is not installed",
        ),
        (
            HEAD + 'extends = ["policy.toml"]\n',
            "item 1 of policy.extends",
            "extends itself: policy.toml > policy.toml",
        ),
        (HEAD + PAYMENT + 'includes = ["payment"]\n', "purposes.payment.includes", "includes itself"),
        (HEAD + '[sets]\na = ["b"]\nb = ["a"]\n', "sets.a", "uses itself"),
        (HEAD + '[sets]\n"a.b" = ["*"]\n', 'sets."a.b"', "cannot name a set"),
        (HEAD + '[sets]\nmentions = ["*"]\n', "sets.mentions", "belongs at the top of the file"),
        (HEAD + 'default = "maybe"\n', "policy.default", "is none of allow, deny"),
        (
            HEAD + '[recipients.a]\nvendors = ["x"]\n[recipients.b]\nvendors = "x"\n',
            "recipients.b.vendors",
            'mapped to "a" already',
        ),
        (
            HEAD + PAYMENT + '[[permit]]\nelements = []\npurposes = "payment"\nclause = "1"\n',
            "the 1st [[permit]], elements",
            "",
        ),
        ("[purposes]\npayment = 1\n" + HEAD, "purposes.payment", "must be a table, not a number"),
    ],
)
def test_a_mistake_names_its_key(policy_of: PolicyOf, text: str, key: str, message: str) -> None:
    found = mistakes_of(policy_of, text)
    assert key in [each.key for each in found]
    assert message in " ".join(each.message for each in found)
    assert {each.path for each in found} == {"policy.toml"}


def test_a_circle_of_files_is_told_where_it_closes(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEAD + 'extends = "b.toml"\n')
    (tmp_path / "b.toml").write_text(HEAD + 'extends = ["./a.toml"]\n')
    with pytest.raises(InputError, match=r"b\.toml:4: .*extends itself: a\.toml > b\.toml > a\.toml"):
        load_policy("a.toml", catalog, tmp_path)


def test_an_extending_file_adds_and_changes_key_by_key(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "common").mkdir()
    (tmp_path / "common/base.toml").write_text(
        HEAD
        + PAYMENT
        + 'clause = "1.4"\n[sets]\ncontact = ["identity.email"]\n[recipients.partner]\ntitle = "Partners"\n'
        + '[[permit]]\nelements = "contact"\npurposes = "payment"\nclause = "1.4"\n'
        + '[[question]]\nid = "q"\ntext = "?"\nclause = "1"\nelements = "device.*"\n'
    )
    (tmp_path / "own.toml").write_text(
        '[policy]\nid = "own"\ntitle = "Ours"\nextends = ["common/base.toml"]\n'
        '[sets]\ncontact = ["identity.phone"]\n'
        '[purposes.payment]\nretention = "1 year"\n[purposes.support]\ntitle = "Support"\n'
        '[recipients.partner]\nvendors = ["acme"]\n'
        '[[permit]]\nelements = "contact"\npurposes = "support"\nclause = "2"\n'
        '[[question]]\nid = "q"\ndecision = "permit"\nby = "dpo"\non = "2026-01-31"\n'
    )
    policy = load_policy("own.toml", catalog, tmp_path)
    assert policy.head.id == "own"
    assert policy.path == "own.toml"
    payment = policy.purposes["payment"]
    assert (payment.title, payment.clause, payment.retention) == ("Payment", "1.4", "1 year")
    assert list(policy.purposes) == ["payment", "support"]
    assert policy.recipients["partner"].title == "Partners"
    assert policy.recipients["partner"].vendors == ("acme",)
    assert [permit.elements for permit in policy.permits] == [("identity.email",), ("identity.phone",)]
    assert [(each.decision, each.elements) for each in policy.questions] == [("permit", ("device.imei",))]


def test_the_digest_covers_the_files_it_extends(catalog: Catalog, tmp_path: Path) -> None:
    base = tmp_path / "base.toml"
    base.write_text(HEAD)
    (tmp_path / "own.toml").write_text(HEAD + 'extends = "base.toml"\n')
    first = load_policy("own.toml", catalog, tmp_path).digest
    base.write_text(HEAD + "\n")
    assert load_policy("own.toml", catalog, tmp_path).digest != first


def test_a_package_is_read_as_data_and_never_imported(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "acme_privacy").mkdir(parents=True)
    (site / "acme_privacy/__init__.py").write_text("raise RuntimeError('imported')\n")
    (site / "acme_privacy/policy.toml").write_text(HEAD.replace('"p"', '"acme"') + PAYMENT)
    info = site / "acme_privacy-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-privacy\nVersion: 1.0\n")
    (info / "RECORD").write_text("acme_privacy/__init__.py,,\nacme_privacy/policy.toml,,\n")
    monkeypatch.syspath_prepend(site)
    assert load_policy("package:acme_privacy", catalog, tmp_path).head.id == "acme"
    with pytest.raises(InputError, match=r'has no file "strict\.toml"'):
        load_policy("package:acme_privacy/strict.toml", catalog, tmp_path)


def test_sets_within_sets_are_expanded_once(policy_of: PolicyOf) -> None:
    nested = "".join(f's{n} = ["s{n + 1}", "s{n + 1}", "!s{n + 1}"]\n' for n in range(60))
    found = mistakes_of(policy_of, HEAD + "[sets]\n" + nested + 's60 = ["device.*"]\n')
    assert {each.message.partition(" is ")[2] for each in found} == {"empty"}


def test_a_long_row_of_files_is_cut(catalog: Catalog, tmp_path: Path) -> None:
    for n in range(30):
        (tmp_path / f"p{n}.toml").write_text(HEAD + f'extends = "p{n + 1}.toml"\n')
    with pytest.raises(InputError, match="extends more than 20 files in a row"):
        load_policy("p0.toml", catalog, tmp_path)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=3)
    | st.sampled_from(["*", "self", "device.*"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "elements", "purposes", "extends"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)
TABLES = ["policy", "mentions", "sets", "purposes", "recipients", "permit", "forbid", "question", "other"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.dictionaries(st.sampled_from(TABLES), VALUES, max_size=6))
def test_whatever_a_file_holds_is_answered_with_mistakes(
    catalog: Catalog, tmp_path: Path, data: dict[str, object]
) -> None:
    (tmp_path / "policy.toml").write_text("")
    document = Document(
        "policy.toml", "", {"policy": {"id": "p", "title": "P"}, **data}, tmp_path / "policy.toml"
    )
    with patch("purposelint.policy.chain.read", return_value=document):
        policy, mistakes = read_policy("policy.toml", catalog, tmp_path)
    assert policy is not None or mistakes
    assert all(isinstance(each, InputMistake) for each in mistakes)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_policy_whose_name_is_no_text_has_a_label_that_is() -> None:
    assert label_of(Path(os.fsdecode(b"/srv/own\xff.toml")), Path("/srv")) == "own\\xff.toml"


def test_vendors_and_hosts_that_no_sink_can_have_are_told(tmp_path: Path, rules: Path) -> None:
    (rules / "libraries/stripe.toml").write_text('vendor = "stripe"\n')
    catalog, _ = read_catalog(rules, [], tmp_path, None)
    assert catalog is not None
    (tmp_path / "own.toml").write_text(
        HEAD + '[recipients.partner]\ntitle = "P"\nclause = "1"\n'
        'vendors = ["stripee", "nobody_described_this"]\nhosts = ["api.x.example", "https://api.y.example/"]\n'
    )
    _, mistakes = read_policy("own.toml", catalog, tmp_path)
    assert [(each.key, each.message) for each in mistakes] == [
        ("item 1 of recipients.partner.vendors", 'unknown vendor "stripee", did you mean "stripe"?'),
        (
            "item 2 of recipients.partner.hosts",
            '"https://api.y.example/" is an address: write the host alone, "api.y.example"',
        ),
    ]
