"""The policies that ship, asked for every cell they state."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Configuration, Settings
from purposelint.judge.ask import ask, permitted_purposes
from purposelint.policy import load

PURPOSES = (
    "account_registration",
    "service_provision",
    "order_processing",
    "parcel_delivery",
    "messaging",
    "payment",
    "recommendation",
    "promotional_email",
    "advertising_marketing",
    "location_service",
    "social_service",
    "service_improvement",
    "security_protection",
)
ANSWERS = {"E": "permitted", "I": "permitted", "?": "open", "N": "forbidden", ".": "silent"}

# One row for elements the text treats alike: a mark for each purpose above in order, then the log.
# E stated, I implied, ? left open, N against a list or limit, . nothing said.
MATRIX = """
identity.name                                                            EIIII IN??. ?NI .
identity.gender identity.age identity.date_of_birth                      EI... .EN?. ?N. .
identity.document_type identity.document_number                          EI??. ?NN?. .N? .
identity.phone                                                           EIIIE ?E.?. ?NI .
identity.postal_address                                                  EIIE. ?N.?? .N. .
identity.email                                                           EII?E ?EE?. ?NI .
financial.bank_account financial.account_holder financial.payment_card   .I?.. ENN?. .N? N
financial.transaction                                                    .II?. IE.?. .N. .
social.occupation social.education social.other                          .I... .N.?. EN. .
third_party.advertising_id                                               .I... .N.?. .N. .
device.imei device.imsi device.sim device.mac_address                    .I... .N.?. .N? .
device.serial_number device.android_id                                   .I... .N.?. .N? .
device.model device.os_version                                           .I... .N.?. .E. .
device.screen device.input device.operator device.connection_type        .I... .N.?. .?. .
device.hardware application.app_list application.app_usage               .I... .N.?. .?. .
application.app_id application.sdk_version application.update_settings   .I... .N.?. .?. .
application.browsing_history                                             .I... .E.?. .N. .
location.region location.country location.city                           .I.I. .E.?E .N. .
location.coordinates location.cell                                       .I.I. .E.?E .N. .
location.timezone location.language                                      .I..I .?.?E .?. .
login.cookie login.anonymous_id login.ip_address login.user_agent        .I... .N.?. .NI ?
login.network_request login.message_history                              .I... .NN?. .N? ?
login.system_log login.crash_log                                         .I... .NNN. .?I I
content.stored                                                           .I... .NN?. .N. .
credential.password credential.token credential.secret                   ..... .NNN. .NI N
"""
WEAKEST_FIRST = ("forbidden", "silent", "open", "permitted")
OTHERS = (
    "third_party",
    "unmapped",
    "user_authorized_party",
    "authority",
    "cooperative_unit",
    "successor_operator",
    "partner",
    "tp_service_provider",
    "product_carrier",
)


def rows() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in MATRIX.strip().splitlines():
        words = line.split()
        names = [word for word in words if len(word) > 1 and word[0].islower() and "." in word[1:]]
        found |= dict.fromkeys(names, "".join(words[len(names) :]))
    return found


ROWS = rows()


@cache
def shipped(name: str) -> tuple[Catalog, Policy]:
    return load(Settings(root=Path.cwd(), paths=(), configuration=Configuration(policy=name)))


def renqing() -> Policy:
    return shipped("renqing")[1]


@pytest.mark.parametrize("element", ROWS)
def test_the_service_itself_may_store_as_the_matrix_says(element: str) -> None:
    marks = ROWS[element]
    assert len(marks) == len(PURPOSES) + 1
    for activity in ("store", "share"):
        said = [ask(renqing(), element, purpose, "self", activity).answer for purpose in PURPOSES]
        assert dict(zip(PURPOSES, said, strict=True)) == {
            purpose: ANSWERS[mark] for purpose, mark in zip(PURPOSES, marks, strict=False)
        }


@pytest.mark.parametrize("element", ROWS)
def test_a_log_gets_the_weaker_of_use_and_log(element: str) -> None:
    marks, log = ROWS[element][:-1], ROWS[element][-1]
    for purpose, mark in zip(PURPOSES, marks, strict=True):
        weaker = min(ANSWERS[mark], ANSWERS[log], key=WEAKEST_FIRST.index)
        assert ask(renqing(), element, purpose, "self", "log").answer == weaker, purpose


def test_every_answer_cites_a_clause() -> None:
    for element, marks in ROWS.items():
        for purpose, mark in zip(PURPOSES, marks, strict=False):
            ruling = ask(renqing(), element, purpose, "self", "store")
            assert ruling.why
            assert ruling.clause or mark == "."
            if mark in "EI":
                assert ("implies" in ruling.why) == (mark == "I"), (element, purpose)


def test_the_policy_names_the_rows_of_the_matrix_and_no_more() -> None:
    assert renqing().named == set(ROWS)
    assert renqing().named_exactly == set(ROWS)


VECTORS = [
    ("identity.phone", "parcel_delivery", "partner", "share", "permitted", "1.4"),
    ("financial.payment_card", "recommendation", "self", "store", "forbidden", "1.3"),
    ("device.imei", "recommendation", "self", "store", "forbidden", "1.3"),
    ("identity.date_of_birth", "recommendation", "self", "store", "permitted", "1.3"),
    ("identity.email", "promotional_email", "self", "store", "permitted", "1.3"),
    ("identity.email", "promotional_email", "partner", "share", "open", "1.3, 1.4"),
    ("identity.email", "service_improvement", "self", "store", "forbidden", "1.2(9)"),
    ("device.model", "service_improvement", "self", "store", "permitted", "1.2(9)"),
    ("login.ip_address", "security_protection", "self", "store", "permitted", "1.1"),
    ("login.ip_address", "security_protection", "third_party", "share", "forbidden", "1.1"),
    ("identity.name", "exc.incident", "third_party", "share", "forbidden", "1.1(7)"),
    ("identity.document_number", "payment", "partner", "share", "open", "1.4"),
    ("financial.card_authentication", "payment", "self", "store", "forbidden", "PCI DSS 3.3.1"),
    ("special.religion", "service_provision", "self", "store", "silent", ""),
    ("identity.email", "", "self", "log", "silent", ""),
    # disclosure, row by row
    ("identity.name", "parcel_delivery", "partner", "share", "permitted", "1.4"),
    ("identity.email", "parcel_delivery", "partner", "share", "open", "1.4"),
    ("identity.email", "messaging", "partner", "share", "permitted", "1.4"),
    ("identity.name", "messaging", "partner", "share", "open", "1.4"),
    ("financial.bank_account", "payment", "partner", "share", "permitted", "1.2(2)|1.4"),
    ("identity.name", "payment", "partner", "share", "open", "1.4"),
    ("identity.name", "order_processing", "partner", "share", "open", "1.4"),
    ("device.imei", "advertising_marketing", "partner", "share", "open", "1.4"),
    ("login.crash_log", "advertising_marketing", "partner", "share", "forbidden", "1.4"),
    ("credential.password", "payment", "partner", "share", "forbidden", "1.1"),
    ("content.stored", "payment", "partner", "share", "forbidden", "1.1"),
    ("identity.name", "service_provision", "partner", "share", "forbidden", "1.1"),
    ("identity.age", "recommendation", "partner", "share", "open", "1.3, 1.4"),
    ("identity.email", "recommendation", "partner", "share", "forbidden", "1.1"),
    ("device.imei", "recommendation", "partner", "share", "forbidden", "1.3"),
    ("identity.phone", "promotional_email", "partner", "share", "open", "1.3, 1.4"),
    ("identity.name", "promotional_email", "partner", "share", "forbidden", "1.1"),
    ("identity.name", "exc.agreement_performance", "cooperative_unit", "share", "permitted", "1.1(5)"),
    ("device.imei", "exc.agreement_performance", "cooperative_unit", "share", "open", "1.1(5)"),
    ("identity.name", "exc.agreement_performance", "partner", "share", "forbidden", "1.1(5)"),
    ("identity.name", "exc.user_authorized", "user_authorized_party", "share", "permitted", "1.1(1)"),
    ("identity.name", "exc.legal_requirement", "authority", "share", "permitted", "1.1(2)"),
    ("identity.name", "exc.rights_protection", "authority", "share", "permitted", "1.1(4)"),
    ("identity.name", "exc.public_interest", "third_party", "share", "open", "1.1(3)"),
    ("identity.name", "exc.public_interest", "authority", "share", "open", "1.1(3)"),
    ("credential.password", "exc.business_transfer", "successor_operator", "share", "permitted", "1.1(6)"),
    ("identity.name", "exc.business_transfer", "third_party", "share", "forbidden", "1.1(6)"),
    ("identity.email", "promotional_email", "data_subject", "share", "permitted", "1.3"),
]


@pytest.mark.parametrize(("element", "purpose", "recipient", "activity", "answer", "clause"), VECTORS)
def test_vectors(element: str, purpose: str, recipient: str, activity: str, answer: str, clause: str) -> None:
    ruling = ask(renqing(), element, purpose, recipient, activity)
    assert ruling.answer == answer, ruling.why
    assert ruling.clause in clause.split("|")


def test_what_the_policy_never_names_is_told_so() -> None:
    for element in ("special.religion", "identity.username", "financial.income"):
        assert element not in renqing().named
    assert "does not name" in ask(renqing(), "special.religion", "service_provision", "self", "store").why


def test_duties_and_conditions_come_with_the_permit() -> None:
    mail = ask(renqing(), "identity.email", "promotional_email", "self", "share")
    assert "unsubscribe" in mail.why
    assert mail.requires == "", "a duty of the mail is nothing that a declaration states"
    for purpose, recipient in (
        ("exc.user_authorized", "user_authorized_party"),
        ("exc.legal_requirement", "authority"),
        ("exc.agreement_performance", "cooperative_unit"),
        ("exc.business_transfer", "successor_operator"),
    ):
        assert ask(renqing(), "identity.name", purpose, recipient, "share").requires


@pytest.mark.parametrize("recipient", OTHERS)
def test_no_one_else_gets_anything_for_an_everyday_purpose(recipient: str) -> None:
    shared = {"order_processing", "parcel_delivery", "messaging", "payment", "advertising_marketing"}
    shared |= {"recommendation", "promotional_email"}
    for element in ROWS:
        for purpose in PURPOSES:
            if recipient != "partner" or purpose not in shared:
                assert ask(renqing(), element, purpose, recipient, "share").answer == "forbidden"


@pytest.mark.parametrize("recipient", ["self", *OTHERS])
@pytest.mark.parametrize("purpose", ["exc.incident", "illegal_purpose"])
def test_an_incident_or_crime_is_never_declared(recipient: str, purpose: str) -> None:
    for element in ROWS:
        assert ask(renqing(), element, purpose, recipient, "store").answer == "forbidden"


def test_exceptions_hold_for_their_own_receivers() -> None:
    allowed = {
        (recipient, purpose)
        for recipient in OTHERS
        for purpose in renqing().purposes
        if purpose.startswith("exc.")
        and ask(renqing(), "identity.name", purpose, recipient, "share").answer == "permitted"
    }
    assert allowed == {
        ("user_authorized_party", "exc.user_authorized"),
        ("authority", "exc.legal_requirement"),
        ("authority", "exc.rights_protection"),
        ("cooperative_unit", "exc.agreement_performance"),
        ("successor_operator", "exc.business_transfer"),
    }


def test_every_permit_and_prohibition_cites_a_clause_of_the_text() -> None:
    clauses = {f"1.{each}" for each in range(1, 6)}
    policy = renqing()
    stated = [rule.clause for rule in policy.permits] + [rule.clause for rule in policy.forbids]
    stated += [question.clause for question in policy.questions]
    for each in stated:
        assert {clause.partition("(")[0] for clause in each.split(", ")} <= clauses


def test_the_default_policy_lets_its_purposes_be_declared_for_anyone() -> None:
    catalog, policy = shipped("default")
    assert policy.named == set(catalog.elements)
    assert policy.named_exactly == frozenset()
    for element in catalog.elements:
        assert permitted_purposes(policy, element, "unmapped", "share") == tuple(policy.purposes)
    assert ask(policy, "financial.card_authentication", "payment", "self", "store").answer == "forbidden"
    assert ask(policy, "identity.email", "hobby", "self", "log").answer == "silent"
