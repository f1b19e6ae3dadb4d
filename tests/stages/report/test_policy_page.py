from __future__ import annotations

import dataclasses

from purposelint.domain.catalog import Activity
from purposelint.domain.explanation import Answered
from purposelint.domain.policy import Answer, Head, Policy, Purpose, Question, Recipient, Ruling
from purposelint.report import Look
from purposelint.report.policy_page import show_answers, show_policy

POLICY = Policy(
    head=Head(id="own", title="Our policy", version="3"),
    path="policies/own.toml",
    digest="d",
    purposes={
        "payment": Purpose(title="Taking payments", clause="1.4", closed=True, locked=True),
        "messaging": Purpose(title="Sending messages", clause="1.4", requires="a consent record"),
    },
    recipients={"partner": Recipient(title="Partners", clause="1.4", vendors=("stripe", "twilio"))},
    permits=(),
    forbids=(),
    questions=(Question(id="relevance", text="Who decides?", clause="1.4"),),
    named=frozenset({"identity.email", "identity.phone"}),
    named_exactly=frozenset(),
)


def answered(element: str, purpose: str, answer: Answer, activity: Activity = "store") -> Answered:
    return Answered(element, purpose, "self", activity, Ruling(answer, "1.4", "clause 1.4 says so"))


def test_the_page_has_purposes_recipients_questions_and_the_matrix() -> None:
    answers = [
        answered("identity.email", "payment", "permitted"),
        answered("identity.email", "payment", "forbidden", "log"),
        answered("identity.email", "messaging", "open"),
        answered("identity.email", "messaging", "silent", "log"),
        answered("identity.phone", "payment", "permitted"),
        answered("identity.phone", "payment", "permitted", "log"),
        answered("identity.phone", "messaging", "permitted"),
        answered("identity.phone", "messaging", "permitted", "log"),
    ]
    text = show_policy(POLICY, answers)
    assert text.startswith("own Our policy\nVersion 3, read from policies/own.toml. What it does not permit")
    assert " 2  messaging  1.4     Sending messages (requires a consent record)\n" in text
    assert " 1  payment    1.4     Taking payments (closed list; locked)\n" in text
    assert "partner    1.4     Partners, stripe, twilio\n" in text
    assert "                1  2\nidentity.email +x ?.\nThe other 1: permitted" in text
    assert "relevance  1.4     open      Who decides?" in text


def test_answers_say_once_what_they_share() -> None:
    told = (
        answered("identity.email", "payment", "permitted"),
        answered("identity.email", "messaging", "open"),
    )
    lines = show_answers(POLICY, told, Look(width=110)).splitlines()
    assert lines[1] == "element identity.email, recipient self, activity store"
    assert lines[3].split() == ["PURPOSE", "ANSWER", "CLAUSE", "WHY"]
    assert lines[4].split()[:3] == ["payment", "permitted", "1.4"]


def test_facts_for_the_register_stand_where_the_policy_states_them() -> None:
    stated = dataclasses.replace(
        POLICY,
        head=Head(id="own", title="Our policy", contact="privacy@own.example"),
        purposes={
            "payment": Purpose(
                title="Taking payments", legal_basis="Contract", subjects=("customer", "guest")
            ),
            "messaging": Purpose(title="Sending messages"),
        },
        recipients={"partner": Recipient(country="US", safeguard="SCCs \x1b[2J"), "other": Recipient()},
    )
    lines = show_policy(stated, [answered("identity.email", "payment", "open")]).splitlines()
    assert "Contact: privacy@own.example" in lines
    assert "payment  Contract     not stated  customer, guest" in lines
    assert "partner    US       SCCs \\x1b[2J  not stated" in lines
    assert not any(line.startswith(("messaging  not", "other      not")) for line in lines)


def test_a_policy_that_states_no_such_fact_shows_no_empty_table() -> None:
    text = show_policy(POLICY, [answered("identity.email", "payment", "open")])
    assert "LEGAL BASIS" not in text
    assert "SAFEGUARD" not in text
    assert "Contact" not in text
