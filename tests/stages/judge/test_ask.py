from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import pytest
from msgspec import structs

from purposelint.domain.catalog import Activity
from purposelint.domain.policy import Forbid, Head, Permit, Policy, Purpose, Question, Recipient
from purposelint.judge.ask import ask, includes, permitted_purposes, prohibited_anyway, recipient_of

EMAIL, PHONE, CARD, CVV = (
    "identity.email",
    "identity.phone",
    "financial.payment_card",
    "financial.card_authentication",
)

BARE = Policy(
    head=Head(id="p", title="P"),
    path="p.toml",
    digest="",
    purposes={
        "service": Purpose(title="Service", includes=("support",)),
        "support": Purpose(title="Support", includes=("chat",), requires="the ticket"),
        "chat": Purpose(title="Chat"),
        "payment": Purpose(title="Payment"),
        "accident": Purpose(title="Accident", clause="1.7", declarable=False),
    },
    recipients={
        "partner": Recipient(vendors=("acme",), hosts=("pay.example", "*.pay.example")),
        "self": Recipient(hosts=("*.corp.example",)),
    },
    permits=(),
    forbids=(),
    questions=(),
    named=frozenset({EMAIL, PHONE, CARD}),
    named_exactly=frozenset(),
)


ALLOW = Head(id="p", title="P", default="allow")


def policy(
    permits: Sequence[Permit] = (),
    forbids: Sequence[Forbid] = (),
    questions: Sequence[Question] = (),
    head: Head = BARE.head,
) -> Policy:
    return replace(
        BARE, permits=tuple(permits), forbids=tuple(forbids), questions=tuple(questions), head=head
    )


def permit(
    purpose: str = "payment",
    element: str = EMAIL,
    activities: tuple[Activity, ...] = (),
    requires: str = "",
) -> Permit:
    return Permit(
        elements=(element,), purposes=(purpose,), clause="1", activities=activities, requires=requires
    )


FORBID = Forbid(elements=(EMAIL,), clause="9")
LAW = Forbid(elements=(EMAIL,), clause="9", unless=("support",))


def question(
    purpose: str = "payment",
    activities: tuple[Activity, ...] = (),
    decision: Literal["", "permit", "forbid"] = "",
) -> Question:
    by, on = ("dpo", "2026-01-31") if decision else ("", "")
    return Question(
        id="q",
        text="?",
        clause="5",
        elements=(EMAIL,),
        purposes=(purpose,),
        activities=activities,
        decision=decision,
        by=by,
        on=on,
    )


def answer(of: Policy, purpose: str = "payment", activity: str = "store", **more: str) -> str:
    return ask(of, more.get("element", EMAIL), purpose, more.get("recipient", "self"), activity).answer


def test_a_yes_that_names_no_recipient_is_for_the_service_alone() -> None:
    yes = question(decision="permit")
    assert answer(policy(questions=[yes])) == "permitted"
    ruling = ask(policy(questions=[yes]), EMAIL, "payment", "partner", "share")
    assert ruling.answer == "open"
    assert "dpo permitted it to the service alone" in ruling.why
    named = structs.replace(yes, recipients=("partner",))
    assert answer(policy(questions=[named]), recipient="partner") == "permitted"
    assert answer(policy(questions=[question(decision="forbid")]), recipient="partner") == "forbidden"


def test_silence_is_told_with_its_reason() -> None:
    for element, purpose, why in (
        (EMAIL, "", "no purpose is declared"),
        (EMAIL, "holidays", "has no purpose holidays"),
        (EMAIL, "payment", "nowhere says that payment may store identity.email"),
        ("special.health", "payment", "does not name special.health"),
    ):
        ruling = ask(BARE, element, purpose, "self", "store")
        assert ruling.answer == "silent"
        assert why in ruling.why


def test_each_answer_beats_the_next() -> None:
    assert answer(policy([permit()])) == "permitted"
    assert answer(policy([permit()], questions=[question()])) == "open"
    assert answer(policy([permit()], [FORBID], [question()])) == "forbidden"


def test_a_prohibition_is_lifted_by_the_purposes_it_names() -> None:
    rules = policy(permits=[permit(), permit("chat")], forbids=[LAW])
    assert answer(rules) == "forbidden"
    assert answer(rules, "chat") == "permitted"


def test_a_prohibition_holds_for_its_recipients_purposes_and_activities_alone() -> None:
    for rule, held, free in (
        (structs.replace(FORBID, recipients=("partner",)), {"recipient": "partner"}, {}),
        (structs.replace(FORBID, purposes=("support",)), {"purpose": "chat"}, {"purpose": "service"}),
        (structs.replace(FORBID, activities=("log",)), {"activity": "log"}, {"activity": "share"}),
    ):
        every = Permit(elements=(EMAIL,), purposes=("*",), recipients=("*",), clause="1")
        rules = policy(permits=[every], forbids=[rule])
        assert answer(rules, **held) == "forbidden"
        assert answer(rules, **free) == "permitted"


def test_a_purpose_that_code_may_not_declare_is_forbidden_with_its_clause() -> None:
    ruling = ask(policy(forbids=[FORBID]), EMAIL, "accident", "partner", "share")
    assert (ruling.answer, ruling.clause) == ("forbidden", "1.7")


def test_a_closed_list_rules_out_what_it_does_not_name() -> None:
    closed = {**BARE.purposes, "payment": Purpose(title="Payment", clause="1.4", closed=True)}
    rules = replace(policy(permits=[permit(), permit("*", PHONE)]), purposes=closed)
    assert answer(rules) == "permitted"
    ruling = ask(rules, PHONE, "payment", "self", "store")
    assert (ruling.answer, ruling.clause) == ("forbidden", "1.4")
    asked = replace(rules, permits=(), questions=(question(),))
    assert answer(asked) == "open"


def test_a_permit_for_a_purpose_holds_for_what_it_includes() -> None:
    rules = policy(permits=[permit("service")])
    assert [answer(rules, name) for name in ("service", "support", "chat")] == ["permitted"] * 3
    assert answer(policy(permits=[permit("chat")]), "service") == "silent"
    assert includes(BARE, "service", "chat")
    assert not includes(BARE, "chat", "service")


def test_a_decided_question_answers_as_decided() -> None:
    yes, no = question(decision="permit"), question(decision="forbid")
    assert answer(policy(questions=[yes])) == "permitted"
    assert answer(policy(questions=[no], permits=[permit()])) == "forbidden"
    assert answer(policy(questions=[yes, question()])) == "open"
    assert answer(policy(questions=[question(), no])) == "forbidden"
    ruling = ask(policy(questions=[yes]), EMAIL, "payment", "self", "store")
    assert "dpo permitted it on 2026-01-31" in ruling.why


def test_a_question_about_the_text_alone_is_asked_of_no_flow() -> None:
    bare = Question(id="q", text="?", clause="5")
    assert answer(policy(questions=[bare], permits=[permit()])) == "permitted"


@pytest.mark.parametrize(
    ("permits", "expected"),
    [
        ([permit()], "permitted"),
        ([permit(activities=("store", "share"))], "silent"),
        ([permit(activities=("log",))], "permitted"),
        ([permit("*", activities=("log",))], "silent"),
        ([permit(activities=("store",)), permit("*", activities=("log",))], "permitted"),
        ([permit(activities=("share",)), permit("*", activities=("log",))], "silent"),
        ([permit("support", activities=("store",)), permit("*", activities=("log",))], "silent"),
        ([permit("*", activities=("log", "store"))], "permitted"),
        ([permit("*")], "permitted"),
    ],
)
def test_a_log_takes_a_permit_for_the_purpose_and_one_for_logging(
    permits: list[Permit], expected: str
) -> None:
    assert answer(policy(permits=permits), activity="log") == expected


def test_a_log_gets_the_weaker_answer() -> None:
    store, log = permit(activities=("store",)), permit("*", activities=("log",))
    in_logs, of_use = question("*", activities=("log",)), question(activities=("store",))
    assert answer(policy(permits=[store], questions=[in_logs]), activity="log") == "open"
    assert answer(policy(permits=[log], questions=[of_use]), activity="log") == "open"
    assert answer(policy(questions=[in_logs]), activity="log") == "silent"
    assert answer(policy(permits=[store], questions=[in_logs])) == "permitted"


@pytest.mark.parametrize(
    ("element", "activity", "clause"),
    [
        (CVV, "store", "PCI DSS 3.3.1"),
        (CVV, "log", "PCI DSS 3.5.1"),
        (CARD, "log", "PCI DSS 3.5.1"),
        ("credential.password", "log", "CWE-532"),
        ("credential.token", "log", "CWE-532"),
    ],
)
def test_some_things_no_policy_can_permit(element: str, activity: str, clause: str) -> None:
    free = policy(
        head=ALLOW,
        permits=[Permit(elements=(element,), purposes=("*",), recipients=("*",), clause="1")],
    )
    ruling = ask(free, element, "payment", "self", activity)
    assert (ruling.answer, ruling.clause) == ("forbidden", clause)
    assert prohibited_anyway(element, activity) == ruling
    assert permitted_purposes(free, element, "self", activity) == ()
    assert ask(free, element, "payment", "self", "share").answer == "permitted"


def test_under_default_allow_every_purpose_of_the_policy_may_be_declared() -> None:
    free = policy(head=ALLOW, questions=[question("chat")])
    assert answer(free, "payment", "share", recipient="unmapped") == "permitted"
    assert answer(free, "chat") == "open"
    assert answer(free, "holidays") == "silent"
    assert permitted_purposes(free, EMAIL, "unmapped", "share") == ("service", "support", "payment")


def test_a_permit_tells_what_a_declaration_must_state() -> None:
    rules = policy(permits=[permit("support"), permit(requires="the contract", activities=("store",))])
    assert ask(rules, EMAIL, "support", "self", "store").requires == "the ticket"
    assert ask(rules, EMAIL, "payment", "self", "store").requires == "the contract"
    assert ask(rules, EMAIL, "support", "self", "log").requires == "the ticket"


@pytest.mark.parametrize(
    ("vendor", "host", "activity", "expected"),
    [
        ("", "", "log", "self"),
        ("", "", "store", "self"),
        ("", "", "share", "unmapped"),
        ("acme", "", "share", "partner"),
        ("acme", "", "log", "partner"),
        ("sentry", "", "log", "unmapped"),
        ("sentry", "api.pay.example", "share", "partner"),
        ("", "pay.example", "share", "partner"),
        ("", "API.Pay.Example.:8443", "share", "partner"),
        ("", "notpay.example", "share", "unmapped"),
        ("", "auth.corp.example", "share", "self"),
        ("", "corp.example", "share", "unmapped"),
        ("", "localhost:8000", "share", "self"),
        ("", "[::1]:80", "share", "self"),
        ("", "billing:8000", "share", "self"),
        ("", "10.1.2.3", "share", "self"),
        ("", "8.8.8.8", "share", "unmapped"),
        ("", "host.docker.internal", "share", "self"),
        ("", "billing.default.svc.cluster.local", "share", "self"),
        ("", "internal.example", "share", "unmapped"),
    ],
)
def test_who_receives(vendor: str, host: str, activity: str, expected: str) -> None:
    assert recipient_of(BARE, vendor, host, activity) == expected
