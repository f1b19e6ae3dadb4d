from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Literal

import msgspec

from purposelint.domain.catalog import Activity
from purposelint.domain.policy import Forbid, Permit, Question
from purposelint.domain.settings import Declare, Placed
from purposelint.judge.gaps import gaps_of
from stages.judge.small_policy import CATALOG, PURPOSES, policy

TODAY = dt.date(2026, 6, 30)
EMAIL = ("identity.email",)


def question(
    name: str, purpose: str, decision: Literal["", "permit", "forbid"] = "", review_by: str = ""
) -> Question:
    by, on = ("dpo", "2026-01-31") if decision else ("", "")
    return Question(
        id=name,
        text="Who?",
        clause="1.4",
        elements=EMAIL,
        purposes=(purpose,),
        decision=decision,
        by=by,
        on=on,
        review_by=review_by,
    )


def permit(purpose: str, *activities: Activity) -> Permit:
    return Permit(elements=EMAIL, purposes=(purpose,), activities=activities, clause="1.2")


POLICY = replace(
    policy(
        forbids=(Forbid(elements=EMAIL, purposes=("payment",), clause="1.1"),),
        questions=(
            question("scope", "parcel_delivery"),
            question("old", "order_processing", "permit", "2026-06-29"),
            question("new", "payment", "forbid", "2026-06-30"),
        ),
    ),
    permits=(
        permit("account_registration", "store"),
        permit("payment", "store"),
        permit("recommendation"),
        Permit(elements=EMAIL, purposes=("*",), activities=("log",), clause="1.2"),
    ),
)
BROAD = Declare(paths=("**",), purposes=("payment",), by="M. B.", review_by="2026-01-01")
DECLARED = (
    Placed(BROAD, "a.toml", 3, 0),
    Placed(Declare(paths=("**",), purposes=("payment",)), "a.toml", 9, 1),
)


def told(kind: str) -> list[tuple[str, str]]:
    found = gaps_of(POLICY, CATALOG, DECLARED, TODAY)
    return [(gap.name, gap.told) for gap in found if gap.kind == kind]


def test_purposes_that_nothing_is_permitted_for() -> None:
    assert told("unpermitted-purpose") == [
        ("parcel_delivery", "permits nothing until its questions are decided"),
        ("payment", "permits no element to anybody"),
        ("security_protection", "permits no element to anybody"),
    ]
    assert "incident" in PURPOSES, "a word that no code may declare is no gap"


def test_elements_that_the_policy_does_not_name() -> None:
    low = " (of low sensitivity: reported only where a policy names it)"
    assert told("unmentioned-element") == [
        ("location.timezone", "location.timezone" + low),
        ("special.religion", "special.religion"),
    ]


def test_questions_and_reviews() -> None:
    assert told("open-question") == [("scope", "Who?")]
    decided = '"permit" by dpo on 2026-01-31'
    assert told("overdue-decision") == [("old", f"{decided} was to be reviewed by 2026-06-29")]
    said = "payment was to be reviewed by 2026-01-01, declared by M. B."
    assert told("overdue-declaration") == [("a.toml:3", said)]


def test_what_is_dated_in_the_future() -> None:
    decided = question("scope", "parcel_delivery", "permit")
    questions = [
        msgspec.structs.replace(decided, id=day, on=day) for day in ("2026-06-29", "2026-06-30", "2026-07-01")
    ]
    open_still = msgspec.structs.replace(question("undecided", "payment"), on="2027-01-31")
    ahead = replace(POLICY, questions=(*questions, open_still))
    days = ("", "2026-06-30", "2026-07-01")
    declared = [Placed(msgspec.structs.replace(BROAD, on=day), "a.toml", n, n) for n, day in enumerate(days)]
    found = [gap for gap in gaps_of(ahead, CATALOG, declared, TODAY) if gap.kind.endswith("-ahead")]
    assert [(gap.kind, gap.name, gap.told, gap.clause) for gap in found] == [
        ("decision-ahead", "2026-07-01", '"permit" by dpo is dated 2026-07-01, and holds already', "1.4"),
        (
            "declaration-ahead",
            "a.toml:2",
            "payment is dated 2026-07-01, and holds already, declared by M. B.",
            "",
        ),
    ]


def test_recipients_that_nobody_is_mapped_to() -> None:
    assert told("unmapped-recipient") == [("authority", "has no vendors and no hosts")]


def test_what_cites_no_clause() -> None:
    bare = replace(POLICY, recipients={}, purposes={"payment": PURPOSES["payment"].__class__(title="P")})
    found = gaps_of(bare, CATALOG, (), TODAY)
    assert [(gap.name, gap.told) for gap in found if gap.kind == "uncited-statement"] == [
        ("payment", "purpose without a clause")
    ]
