from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from purposelint.domain.catalog import Activity, Catalog, Confidence, Element
from purposelint.domain.place import Place, Span
from purposelint.domain.policy import Head, Policy, Purpose, Recipient
from purposelint.domain.verdict import FileCounts, Finding, Judgement, Problem, RunInfo, Verdict
from purposelint.report.escaping import well_formed
from purposelint.report.fides_export import fides_export
from purposelint.report.fides_keys import keys_for
from purposelint.report.yaml_text import yaml_text
from stages.judge.small_policy import CATALOG as SMALL
from support.fides import read_export

LABELS = {
    "identity.email": ("user.contact.email",),
    "identity.name": ("user.name",),
    "special.religion": ("user.demographic.religious_belief",),
    "account.id": ("not a key",),
}
CATALOG = Catalog(
    {
        name: Element(id=name, title=name, sensitivity="high", fides=fides, hits=("a",), misses=("b",))
        for name, fides in LABELS.items()
    },
    SMALL.vocabulary,
    {},
    "digest",
)
POLICY = Policy(
    head=Head(id="own", title="Ours", controller="Own Ltd", contact="privacy@own.example"),
    path="own.toml",
    digest="d",
    purposes={
        "payment": Purpose(
            title="Payment",
            fides=("essential.service", "finance"),
            legal_basis="contract",
            retention="10 years",
            subjects=("customer", "people who pay"),
        ),
        "care": Purpose(title="Care", legal_basis="Art. 9", fides=("essential.service",)),
        "unlabelled": Purpose(title="Unlabelled"),
        "unused": Purpose(title="Unused", fides=("essential",)),
    },
    recipients={
        "partner": Recipient(title="Our partner", vendors=("stripe",), country="US", safeguard="SCCs"),
        "authority": Recipient(hosts=("gov.example",)),
        "never": Recipient(safeguard="BCRs"),
    },
    permits=(),
    forbids=(),
    questions=(),
    named=frozenset(),
    named_exactly=frozenset(),
)


def stored(
    name: str, element: str, *purposes: str, owner: str = "app.models.Customer", vendor: str = ""
) -> Finding:
    return use(element, *purposes, owner=owner, expr=name, vendor=vendor, activity="store")


def sent(element: str, *purposes: str, to: str = "partner", vendor: str = "") -> Finding:
    return use(element, *purposes, recipient=to, vendor=vendor, activity="share")


def use(
    element: str,
    *purposes: str,
    owner: str = "",
    expr: str = "",
    recipient: str = "self",
    vendor: str = "",
    activity: Activity = "log",
    confidence: Confidence = "high",
    code: str = "",
) -> Finding:
    return Finding(
        code=code,
        name="",
        message="",
        place=Place("app/models.py", Span(1, 1, 1, 9)),
        severity="note",
        activity=activity,
        element=element,
        recipient=recipient,
        vendor=vendor or None,
        purposes=purposes,
        owner=owner,
        expr=expr,
        confidence=confidence,
    )


def written(*uses: Finding, project: str = "shop", verdict: str = "permitted", whole: bool = True) -> str:
    made = Verdict(
        run=RunInfo("0.1", "r", "own", "3", "own.toml", "d", project=project),
        findings=(),
        judgements=tuple(Judgement(verdict, "", one) for one in uses),
        files=FileCounts(1, 1),
        problems=(Problem("PUR901", "app/bro\nken.py", "cannot be parsed", 4),),
    )
    return fides_export(made, POLICY, CATALOG, "low", whole=whole)


def exported(*uses: Finding, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as `written` takes them
    return read_export(written(*uses, **more))


def test_models_become_collections_and_fields_have_categories() -> None:
    (dataset,) = exported(
        stored("email", "identity.email", "payment"),
        stored("contact", "identity.email"),
        stored("contact", "identity.name", "care"),
        stored("name", "identity.name", owner="app.other.Customer"),
    )["dataset"]
    assert dataset["fides_key"] == "shop_storage"
    other, own = dataset["collections"][1], dataset["collections"][0]
    assert (own["name"], other["name"]) == ("app.models.Customer", "app.other.Customer")
    assert own["fields"] == [
        {
            "name": "contact",
            "description": "identity.email, identity.name; declared for care",
            "data_categories": ["user.contact.email", "user.name"],
        },
        {
            "name": "email",
            "description": "identity.email; declared for payment",
            "data_categories": ["user.contact.email"],
        },
    ]
    assert other["fields"][0]["description"] == "identity.name; no purpose declared"


def test_models_kept_by_a_vendor_are_a_dataset_of_their_own() -> None:
    document = exported(
        stored("a", "identity.email"), stored("b", "identity.email", owner="m.B", vendor="firebase")
    )
    assert [one["fides_key"] for one in document["dataset"]] == ["shop_storage", "shop_at_firebase"]


def test_a_declared_purpose_becomes_a_declaration_for_each_use_in_fides_words() -> None:
    service, *_ = exported(
        stored("email", "identity.email", "payment"), sent("identity.name", "payment", vendor="stripe")
    )["system"]
    first, second = service["privacy_declarations"]
    assert first == {
        "name": "payment (essential.service)",
        "data_categories": ["user.contact.email", "user.name"],
        "data_use": "essential.service",
        "data_subjects": ["customer"],
        "legal_basis_for_processing": "Contract",
        "retention_period": "10 years",
        "dataset_references": ["shop_storage"],
        "egress": ["stripe"],
    }
    assert second["data_use"] == "finance"
    assert service["meta"]["other_data_subjects"] == [{"purpose": "payment", "stated": ["people who pay"]}]


def test_what_fides_has_no_word_for_is_told_and_not_made_up() -> None:
    service, *_ = exported(
        stored("religion", "special.religion", "care"),
        stored("id", "account.id", "unlabelled"),
        stored("name", "identity.name"),
    )["system"]
    (care,) = service["privacy_declarations"]
    assert care == {
        "name": "care",
        "data_categories": ["user.demographic.religious_belief"],
        "data_use": "essential.service",
        "processes_special_category_data": True,
        "dataset_references": ["shop_storage"],
    }
    assert service["meta"] == {
        "policy": "own",
        "policy_version": "1",
        "data_categories_without_purpose": ["user.name"],
        "purposes_without_data_use": ["unlabelled"],
        "elements_without_data_category": ["account.id"],
        "other_legal_bases": [{"purpose": "care", "stated": "Art. 9"}],
    }


def test_recipients_are_systems_with_what_the_policy_states_of_them() -> None:
    service, *others = exported(
        sent("identity.name", vendor="stripe"),
        sent("identity.email", "payment", to="authority"),
        sent("identity.email", to="unmapped"),
    )["system"]
    assert (service["legal_name"], service["dpo"]) == ("Own Ltd", "privacy@own.example")
    assert service["legal_basis_for_transfers"] == ["SCCs"]
    assert service["egress"] == [
        {"fides_key": "authority", "type": "system", "data_categories": ["user.contact.email"]},
        {"fides_key": "stripe", "type": "system", "data_categories": ["user.name"]},
        {"fides_key": "unmapped", "type": "system", "data_categories": ["user.contact.email"]},
    ]
    authority, stripe, unmapped = others
    assert "meta" not in authority
    assert stripe["meta"] == {"country": "US", "safeguard": "SCCs"}
    assert stripe["description"] == "Recipient partner of the policy: Our partner"
    assert unmapped["description"] == "The policy does not say who receives this."
    assert all(one["privacy_declarations"] == [] for one in others)


def test_what_is_declared_not_personal_is_left_out() -> None:
    document = exported(stored("email", "identity.email", "payment"), verdict="quiet")
    assert "dataset" not in document
    assert document["system"][0]["privacy_declarations"] == []


def test_order_does_not_depend_on_the_order_of_uses() -> None:
    uses = [
        stored("b", "identity.email", "payment", "care"),
        stored("a", "identity.name", owner="m.A"),
        sent("identity.name", vendor="stripe"),
        sent("identity.name", vendor="aws"),
    ]
    assert written(*uses) == written(*reversed(uses))


def test_hostile_names_stay_texts() -> None:
    hostile = 'x\x1b[2J\n- {a: "b"}\u202e\ud800 #\U0001f600'
    text = written(
        stored(hostile, "identity.email", owner=f"m.{hostile}"),
        sent("identity.name", to="unmapped", vendor=hostile),
        project="no\nsystem: []\n#",
    )
    assert text.isascii()
    assert all(char.isprintable() or char == "\n" for char in text)
    document = read_export(text)
    assert document["dataset"][0]["collections"][0]["fields"][0]["name"] == well_formed(hostile)
    assert [one["name"] for one in document["system"]] == ["no\nsystem: []\n#", well_formed(hostile)]
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert comments[-1] == "# Not analysed: app/bro\\nken.py: cannot be parsed"


def test_a_part_of_a_project_says_so() -> None:
    assert "# Only a part of the project was read.\n" in written(whole=False)
    assert "Only a part" not in written()


def test_keys_are_all_different_and_never_a_reserved_one() -> None:
    assert keys_for(["a b", "a.b", "user", "", "shop"], ["shop"]) == {
        "": "unnamed",
        "a b": "a_b",
        "a.b": "a_b_2",
        "shop": "shop_2",
        "user": "user_2",
    }


@given(
    st.recursive(
        st.text() | st.booleans() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_every_text_comes_back_as_it_was(value: Any) -> None:  # noqa: ANN401 - any plain value
    text = yaml_text({"value": value})
    assert yaml.safe_load(text) == {"value": value}
    assert "\x1b" not in text
    assert "&id" not in yaml_text({"value": [["a"]] * 2})


def test_the_real_models_take_it() -> None:
    models = pytest.importorskip("fideslang.models", reason="fideslang is not installed")
    taxonomy = pytest.importorskip("fideslang").DEFAULT_TAXONOMY
    relationships = pytest.importorskip("fideslang.relationships")
    document = exported(
        stored("email", "identity.email", "payment"),
        stored("religion", "special.religion", "care"),
        sent("identity.name", "payment", vendor="stripe"),
        sent("identity.name", to="unmapped"),
    )
    known = {name: getattr(taxonomy, name) for name in ("data_category", "data_subject", "organization")}
    whole = models.Taxonomy(**document, **known, data_use=taxonomy.data_use)
    assert relationships.get_referenced_missing_keys(whole) == set()
    for kind in ("dataset", "system"):
        for given_, taken in zip(document[kind], getattr(whole, kind), strict=True):
            assert holds(taken.model_dump(mode="json"), given_)


def holds(taken: Any, said: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether all that was said is there: Fides drops a key that it does not know, without a word."""
    if isinstance(said, dict):
        return isinstance(taken, dict) and all(key in taken and holds(taken[key], said[key]) for key in said)
    if isinstance(said, list):
        return len(taken) == len(said) and all(map(holds, taken, said))
    return bool(taken == said)
