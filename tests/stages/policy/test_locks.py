"""`locked = true`: what a base fixes, and what whoever extends it can still do."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.policy.policies import load_policy, read_policy

BASE = """
[policy]
id = "base"
title = "Base"
version = "4"
controller = "We"
[purposes.payment]
title = "Payment"
clause = "1"
usual = { store = ["identity.name"] }
locked = true
[purposes.support]
title = "Support"
clause = "2"
[purposes.exempt]
title = "An exception"
clause = "3"
[recipients.partner]
title = "Partners"
clause = "4"
vendors = ["stripe", "adyen"]
locked = true
[recipients.counsel]
title = "Counsel"
clause = "4"
locked = true
[[permit]]
elements = ["identity.email", "identity.name"]
purposes = ["payment"]
recipients = ["self"]
activities = ["store"]
clause = "1"
requires = "a contract"
[[permit]]
elements = ["identity.phone"]
purposes = ["support"]
clause = "2"
locked = true
[[permit]]
elements = ["location.*"]
purposes = ["support"]
clause = "2"
[[forbid]]
elements = ["device.*"]
recipients = ["partner"]
unless = ["exempt"]
clause = "4"
locked = true
[[question]]
id = "phone"
text = "?"
clause = "2"
elements = ["identity.phone"]
purposes = ["payment"]
recipients = ["self"]
"""
OWN = '[policy]\nid = "own"\nextends = ["base.toml"]\n'


def mistakes(catalog: Catalog, root: Path, own: str, base: str = BASE) -> list[tuple[str, str]]:
    (root / "base.toml").write_text(base)
    (root / "own.toml").write_text(own)
    _, found = read_policy("own.toml", catalog, root)
    assert {each.path for each in found} <= {"own.toml"}
    assert all(each.line for each in found)
    return [(each.key, each.message) for each in found]


def permit(elements: str, purposes: str, more: str = "") -> str:
    return f'{OWN}[[permit]]\nelements = "{elements}"\npurposes = "{purposes}"\nclause = "9"\n{more}'


@pytest.mark.parametrize(
    ("own", "key", "message"),
    [
        (OWN + "[purposes.payment]\nlocked = false\n", "purposes.payment.locked", "cannot become false"),
        (OWN + "[purposes.payment]\nexception = true\n", "purposes.payment.exception", "cannot become true"),
        (
            OWN + '[purposes.payment]\nclause = "7"\n',
            "purposes.payment.clause",
            'cannot be changed: purpose "payment" is locked in base.toml',
        ),
        (
            OWN + '[purposes.payment]\nincludes = ["support"]\n',
            "purposes.payment.includes",
            'cannot gain "support"',
        ),
        (
            OWN + '[recipients.partner]\nvendors = ["stripe", "twilio"]\n',
            "recipients.partner.vendors",
            'cannot gain "twilio"',
        ),
        (
            OWN + '[recipients.partner]\nhosts = ["a.example"]\n',
            "recipients.partner.hosts",
            'cannot gain "a.example"',
        ),
        (
            OWN + '[recipients.partner]\nvendors = ["stripe"]\n[recipients.friend]\nvendors = ["adyen"]\n',
            "item 1 of recipients.friend.vendors",
            '"adyen" belongs to recipient "partner", which is locked in base.toml',
        ),
        (
            permit("device.imei", "payment"),
            "the 1st [[permit]], elements",
            "goes beyond what is locked in base.toml",
        ),
        (
            permit("identity.email", "payment", 'recipients = ["partner"]\n'),
            "the 1st [[permit]], recipients",
            "log identity.email for payment to partner",
        ),
        (
            permit("identity.email", "payment", 'activities = ["share"]\nrequires = "a contract"\n'),
            "the 1st [[permit]], activities",
            "share identity.email for payment to self",
        ),
        (
            permit("identity.email", "payment", 'activities = ["store"]\n'),
            "the 1st [[permit]], requires",
            "is missing: base.toml locks what it requires to store identity.email for payment to self",
        ),
        (
            permit("identity.phone", "support", 'recipients = ["partner"]\n'),
            "the 1st [[permit]], recipients",
            "goes beyond",
        ),
        (
            permit("location.city", "support", 'recipients = ["counsel"]\n'),
            "the 1st [[permit]], recipients",
            "goes beyond",
        ),
        (permit("device.imei", "*"), "the 1st [[permit]], elements", "goes beyond"),
        (
            OWN
            + '[[question]]\nid = "new"\ntext = "?"\nclause = "1"\nelements = "device.imei"\n'
            + 'purposes = "payment"\ndecision = "permit"\nby = "x"\non = "2026-01-31"\n',
            "the 1st [[question]], elements",
            "goes beyond",
        ),
        (
            OWN + '[[question]]\nid = "new"\ntext = "?"\nclause = "1"\npurposes = "payment"\n'
            'decision = "permit"\nby = "x"\non = "2026-01-31"\n',
            "the 1st [[question]], elements",
            "goes beyond",
        ),
        (
            OWN + '[purposes.wide]\ntitle = "W"\nincludes = ["payment"]\n'
            '[[permit]]\nelements = "device.imei"\npurposes = "wide"\nclause = "9"\n',
            "the 1st [[permit]], elements",
            "for payment to self",
        ),
        (
            OWN + '[purposes.exempt]\nincludes = ["support"]\n',
            "purposes.exempt.includes",
            "lets support escape a prohibition: the 1st [[forbid]] is locked in base.toml",
        ),
    ],
)
def test_what_is_locked_cannot_be_loosened(
    catalog: Catalog, tmp_path: Path, own: str, key: str, message: str
) -> None:
    found = mistakes(catalog, tmp_path, own)
    assert [each for each, _ in found] == [key]
    assert message in found[0][1]


@pytest.mark.parametrize(
    "own",
    [
        OWN + '[purposes.payment]\nclosed = true\nretention = "1 year"\ndeclarable = false\n',
        OWN + '[recipients.partner]\nvendors = ["stripe"]\ncountry = "SE"\n',
        OWN + '[recipients.counsel]\nvendors = ["docusign"]\n',
        OWN + '[purposes.support]\nclause = "8"\nincludes = ["exempt"]\n',
        OWN + '[purposes.payment]\nusual = { share = ["payment"] }\n',
        OWN + '[[forbid]]\nelements = "*"\npurposes = "payment"\nclause = "9"\n',
        permit("identity.email", "payment", 'activities = "store"\nrequires = "a signed contract"\n'),
        permit("location.city", "support", 'recipients = ["unmapped"]\n'),
        OWN
        + '[purposes.news]\ntitle = "News"\n[[permit]]\nelements = "identity.email"\n'
        + 'purposes = "news"\nclause = "9"\n',
        OWN + '[[question]]\nid = "phone"\ndecision = "permit"\nby = "x"\non = "2026-01-31"\n',
        OWN
        + '[[question]]\nid = "new"\ntext = "?"\nclause = "1"\n'
        + 'decision = "permit"\nby = "x"\non = 2026-01-31\n',
        OWN + '[[question]]\nid = "phone"\nelements = ["identity.*"]\nrecipients = ["*"]\n',
    ],
)
def test_what_is_locked_can_be_tightened_and_the_rest_changed(
    catalog: Catalog, tmp_path: Path, own: str
) -> None:
    assert mistakes(catalog, tmp_path, own) == []


@pytest.mark.parametrize(
    ("restated", "key"),
    [
        ('decision = "permit"\nby = "x"\non = 2026-01-31\n', "decision"),
        ('decision = ""\n', "decision"),
        ('elements = ["identity.email"]\n', "elements"),
        ('activities = ["log"]\n', "activities"),
    ],
)
def test_a_question_on_locked_ground_is_neither_narrowed_nor_its_no_taken_back(
    catalog: Catalog, tmp_path: Path, restated: str, key: str
) -> None:
    base = BASE + 'decision = "forbid"\nby = "dpo"\non = "2025-01-31"\n'
    own = OWN + '[[question]]\nid = "phone"\n' + restated
    assert [each for each, _ in mistakes(catalog, tmp_path, own, base)] == [f"the 1st [[question]], {key}"]
    free = base.replace("locked = true", "locked = false")
    assert mistakes(catalog, tmp_path, own, free) == []


def test_a_locked_head_locks_its_file_and_the_default(catalog: Catalog, tmp_path: Path) -> None:
    base = BASE.replace('controller = "We"', "locked = true")
    loosened = OWN.replace('id = "own"', 'default = "allow"') + '[purposes.support]\ntitle = "Other"\n'
    assert mistakes(catalog, tmp_path, loosened, base) == [
        ("policy.default", 'is locked as "deny" in base.toml'),
        ("purposes.support.title", 'cannot be changed: purpose "support" is locked in base.toml'),
    ]
    wider = permit("location.city", "support", 'recipients = ["unmapped"]\n')
    assert [key for key, _ in mistakes(catalog, tmp_path, wider, base)] == ["the 1st [[permit]], recipients"]


def test_a_lock_holds_for_files_further_on(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "middle.toml").write_text('[policy]\nextends = "base.toml"\n')
    own = OWN.replace("base.toml", "middle.toml") + '[purposes.payment]\nclause = "7"\n'
    assert [key for key, _ in mistakes(catalog, tmp_path, own)] == ["purposes.payment.clause"]


def test_a_decision_about_a_question_that_no_base_asks_is_told_which_was_meant(
    catalog: Catalog, tmp_path: Path
) -> None:
    own = OWN + '[[question]]\nid = "phon"\ndecision = "permit"\nby = "x"\non = 2026-01-31\n'
    found = mistakes(catalog, tmp_path, own)
    assert ("the 1st [[question]], id", 'no base asks "phon", did you mean "phone"?') in found


def test_a_file_that_extends_takes_over_the_head(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(BASE)
    (tmp_path / "decisions.toml").write_text(
        '[policy]\nextends = ["base.toml"]\n'
        '[[question]]\nid = "phone"\ndecision = "forbid"\nby = "x"\non = 2026-01-31\nreview_by = 2027-01-31\n'
    )
    policy = load_policy("decisions.toml", catalog, tmp_path)
    assert (policy.head.id, policy.head.version, policy.head.controller) == ("base", "4", "We")
    assert [(each.decision, each.on, each.review_by) for each in policy.questions] == [
        ("forbid", "2026-01-31", "2027-01-31")
    ]


@pytest.mark.parametrize(
    ("days", "key", "message"),
    [
        ('on = "31.1.2026"\n', "the 1st [[question]], on", '"31.1.2026" is not a day of the form 2026-01-31'),
        ('on = "2026-02-30"\n', "the 1st [[question]], on", "is not a day"),
        (
            "on = 2026-01-31\nreview_by = 2026-01-30\n",
            "the 1st [[question]], review_by",
            "lies before 2026-01-31",
        ),
    ],
)
def test_days_of_a_decision(catalog: Catalog, tmp_path: Path, days: str, key: str, message: str) -> None:
    own = OWN + '[[question]]\nid = "phone"\ndecision = "permit"\nby = "x"\n' + days
    found = mistakes(catalog, tmp_path, own)
    assert [each for each, _ in found] == [key]
    assert message in found[0][1]
