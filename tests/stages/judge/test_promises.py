from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from purposelint.domain.catalog import Activity, Confidence
from purposelint.domain.place import Place, Span
from purposelint.domain.policy import Forbid, Permit, Policy, Purpose, Question
from purposelint.domain.promises import Promises
from purposelint.domain.settings import Configuration, Settings
from purposelint.domain.verdict import FileCounts, Finding, Judgement, RunInfo, Status, Verdict
from purposelint.judge.promises import promises
from stages.judge.small_policy import CATALOG, CONTACT, policy

ROOT = Path("/project")
PARTNER = ("partner",)
BUYING = ("order_processing", "payment")


def use(
    element: str,
    purposes: Sequence[str] = (),
    recipient: str = "self",
    *,
    code: str = "",
    line: int = 1,
    activity: Activity = "store",
    confidence: Confidence = "high",
    status: Status = "open",
    vendor: str | None = None,
) -> Finding:
    return Finding(
        code=code,
        name="",
        message="",
        place=Place("app/models.py", Span(line, 1, line, 9)),
        severity="error",
        activity=activity,
        element=element,
        recipient=recipient,
        purposes=tuple(purposes),
        confidence=confidence,
        status=status,
        vendor=vendor,
    )


def compared(
    *uses: Finding,
    asked: Policy | None = None,
    verdict: str = "",
    why: str = "",
    settings: Settings | None = None,
) -> Promises:
    """Findings are those uses that have a code; each is judged as is told, else by its code."""
    judged = tuple(Judgement(verdict or ("finding" if one.code else "permitted"), why, one) for one in uses)
    made = Verdict(
        run=RunInfo("0", "", "test", "1", "policy.toml", ""),
        findings=tuple(one for one in uses if one.code and verdict in {"", "finding"}),
        judgements=judged,
        files=FileCounts(1, 1),
        problems=(),
        sensitivity={one.id: one.sensitivity for one in CATALOG.elements.values()},
    )
    return promises(asked or policy(), made, settings or Settings(ROOT, (ROOT,), Configuration()))


def cells(found: Promises) -> set[tuple[str, str, str]]:
    return {
        (element, purpose, recipient)
        for row in found.unkept
        for element in row.elements
        for purpose in row.purposes
        for recipient in row.recipients
    }


def test_a_promise_is_kept_by_a_declared_use_of_the_same_element_purpose_and_recipient() -> None:
    nothing = compared()
    assert (nothing.made, nothing.kept) == (4 * 3 + 3 * 2, 0)
    assert len(cells(nothing)) == nothing.made
    found = compared(use("identity.email", BUYING, "partner", activity="share"))
    assert found.kept == 2
    assert cells(nothing) - cells(found) == {("identity.email", name, "partner") for name in BUYING}


def test_an_undeclared_use_keeps_nothing_but_is_told_apart_from_no_use() -> None:
    found = compared(use("identity.email", code="PUR301"))
    assert found.kept == 0
    handled = [row for row in found.unkept if row.handled]
    assert {row.elements for row in handled} == {("identity.email",)}
    assert {row.recipients for row in handled} == {("self",)}
    assert found.unkept[0].handled


def test_a_narrower_purpose_keeps_the_promise_of_the_wider_and_not_the_other_way() -> None:
    assert compared(use("identity.email", ["parcel_delivery"])).kept == 1
    narrow = Permit(elements=("special.religion",), purposes=("parcel_delivery",), clause="9")
    asked = policy(permits=[narrow])
    assert compared(use("special.religion", ["order_processing"]), asked=asked).kept == 0
    assert compared(use("special.religion", ["parcel_delivery"]), asked=asked).kept == 1


def test_what_another_rule_takes_back_is_no_promise() -> None:
    forbidden = Forbid(elements=("identity.phone",), recipients=PARTNER, clause="5")
    assert compared(asked=policy(forbids=[forbidden])).made == 16
    question = Question(id="q", text="?", clause="5", elements=("identity.phone",), recipients=PARTNER)
    assert compared(asked=policy(questions=[question])).made == 16
    incident = Permit(elements=("identity.email",), purposes=("incident",), clause="5")
    assert compared(asked=policy(permits=[incident])).made == 18


def test_a_permit_about_logs_alone_promises_no_use() -> None:
    logs = Permit(elements=("special.religion",), purposes=("*",), activities=("log",), clause="8")
    assert compared(asked=policy(permits=[logs])).made == 18


def test_a_star_is_kept_by_any_purpose_and_any_recipient() -> None:
    wide = Permit(elements=("special.religion",), purposes=("*",), recipients=("*",), clause="8")
    asked = policy(permits=[wide])
    assert ("special.religion", "*", "*") in cells(compared(asked=asked))
    told = compared(use("special.religion", ["payment"], "authority", activity="share"), asked=asked)
    assert ("special.religion", "*", "*") not in cells(told)
    undeclared = compared(use("special.religion", code="PUR301"), asked=asked)
    assert [row.handled for row in undeclared.unkept if "special.religion" in row.elements] == [True]


def test_cells_are_folded_to_sets_in_the_order_of_the_policy() -> None:
    rows = [(row.purposes, row.recipients, row.clauses, row.elements) for row in compared().unkept]
    assert rows == [
        (
            ("account_registration", "order_processing", "security_protection"),
            ("self",),
            ("1.2",),
            ("account.id", *sorted(CONTACT)),
        ),
        (BUYING, PARTNER, ("1.4",), tuple(sorted(CONTACT))),
    ]


def test_flows_without_a_promise_are_grouped_with_their_places() -> None:
    found = compared(
        use("identity.phone", ["payment"], "partner", code="PUR202", activity="share", vendor="stripe"),
        use("identity.email", code="PUR101", activity="log", line=7),
        use("identity.email", code="PUR101", activity="log", line=3),
        use("identity.name", code="PUR101", activity="log", line=3),
        use("identity.email", code="PUR101", activity="log", line=4, status="suppressed"),
    )
    first, second = found.unpromised
    assert (first.code, first.activity, first.recipient, first.purposes) == ("PUR101", "log", "self", ())
    assert [(each.element, each.places) for each in first.elements] == [
        ("identity.email", (("app/models.py", 3), ("app/models.py", 7))),
        ("identity.name", (("app/models.py", 3),)),
    ]
    assert (second.code, second.vendors, second.purposes) == ("PUR202", ("stripe",), ("payment",))
    assert dict(found.hidden) == {"suppressed": 1}


def test_elements_that_only_one_side_knows() -> None:
    asked = policy(named_exactly=frozenset({"identity.email", "identity.phone"}))
    found = compared(use("identity.email"), use("special.religion", code="PUR501"), asked=asked)
    assert found.never_handled == ("identity.phone",)
    assert [one.element for one in found.never_named] == ["special.religion"]
    assert found.unpromised == ()


def test_quiet_uses_count_but_not_those_declared_not_personal() -> None:
    quiet = compared(use("location.timezone", code="PUR301"), verdict="quiet", why="sensitivity low")
    assert [one.element for one in quiet.never_named] == ["location.timezone"]
    assert dict(quiet.hidden) == {"sensitivity low": 1}
    exempted = compared(use("location.timezone"), verdict="quiet", why="declared not personal: a server's")
    assert exempted.never_named == ()
    assert dict(exempted.hidden) == {}


def test_what_is_less_certain_than_asked_for_is_nothing() -> None:
    sure = Settings(ROOT, (ROOT,), Configuration(min_confidence="high"))
    unsure = use("identity.email", BUYING, "partner", confidence="low")
    assert compared(unsure).kept == 2
    assert compared(unsure, settings=sure).kept == 0


def test_a_run_over_a_part_is_not_whole() -> None:
    assert compared().whole
    assert not compared(settings=Settings(ROOT, (ROOT / "app",), Configuration())).whole


def test_what_is_permitted_as_an_exception_is_no_promise() -> None:
    asked = policy(
        permits=[Permit(elements=("identity.email", "identity.phone"), purposes=("legal",), clause="9")]
    )
    legal = replace(asked, purposes={**asked.purposes, "legal": Purpose(title="A law", exception=True)})
    usual = replace(asked, purposes={**asked.purposes, "legal": Purpose(title="A law")})
    before, found = compared(asked=usual), compared(use("identity.email", ["legal"]), asked=legal)
    assert [(row.purposes, row.elements) for row in found.exceptions] == [(("legal",), ("identity.phone",))]
    assert (found.made, found.kept) == (before.made - 2, 0)
    assert not any("legal" in row.purposes for row in found.unkept)
    assert before.exceptions == ()
    assert any("legal" in row.purposes for row in before.unkept)
