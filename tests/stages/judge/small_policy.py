"""A small catalogue and a small policy for the judge's tests."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.catalog import Catalog, Element, Sensitivity, Vocabulary
from purposelint.domain.policy import Forbid, Head, Permit, Policy, Purpose, Question, Recipient


def element(name: str, sensitivity: Sensitivity = "high", aliases: tuple[str, ...] = ()) -> Element:
    return Element(id=name, title=name, sensitivity=sensitivity, aliases=aliases, hits=("a",), misses=("b",))


ELEMENTS = (
    element("identity.email", "high"),
    element("identity.phone", "high"),
    element("identity.name", "medium", ("full_name",)),
    element("account.id", "low"),
    element("location.timezone", "low"),
    element("credential.password", "critical"),
    element("financial.payment_card", "critical"),
    element("financial.card_authentication", "critical"),
    element("special.religion", "critical"),
)
CATALOG = Catalog(
    {entry.id: entry for entry in ELEMENTS},
    Vocabulary(
        person_owners=(),
        thing_owners=(),
        metadata_tails=(),
        metadata_heads=(),
        neutral_heads=(),
        guarded_heads=(),
    ),
    {},
    "digest",
)
PURPOSES = {
    "account_registration": Purpose(title="Accounts", clause="1.2"),
    "order_processing": Purpose(title="Orders", clause="1.4", includes=("parcel_delivery",)),
    "parcel_delivery": Purpose(title="Parcels", clause="1.4"),
    "payment": Purpose(title="Payment", clause="1.4"),
    "recommendation": Purpose(title="Recommendations", clause="1.3", closed=True),
    "security_protection": Purpose(title="Security", clause="1.1"),
    "incident": Purpose(title="Incidents", clause="1.1(7)", declarable=False),
}
CONTACT = ("identity.email", "identity.phone", "identity.name")
NAMED = frozenset(
    {*CONTACT, "account.id", "credential.password", "financial.payment_card", "financial.card_authentication"}
)


def policy(
    *,
    permits: Sequence[Permit] = (),
    forbids: Sequence[Forbid] = (),
    questions: Sequence[Question] = (),
    named_exactly: frozenset[str] = frozenset(),
) -> Policy:
    """Contact data may be used for all but recommendation, by the service and its partner stripe."""
    return Policy(
        head=Head(id="test", title="Test"),
        path="privacy/policy.toml",
        digest="digest",
        purposes=PURPOSES,
        recipients={
            "self": Recipient(clause="1"),
            "partner": Recipient(clause="1.4", vendors=("stripe",), hosts=("*.carrier.example",)),
            "authority": Recipient(clause="1.1"),
        },
        permits=(
            Permit(
                elements=(*CONTACT, "account.id"),
                purposes=("account_registration", "order_processing", "security_protection"),
                clause="1.2",
            ),
            Permit(
                elements=CONTACT,
                purposes=("order_processing", "payment"),
                recipients=("partner",),
                clause="1.4",
            ),
            *permits,
        ),
        forbids=tuple(forbids),
        questions=tuple(questions),
        named=NAMED,
        named_exactly=named_exactly,
    )
