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
from support.renqing_table import ANSWERS, OTHERS, PURPOSES, ROWS, VECTORS, WEAKEST_FIRST


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
