"""Policy and code side by side, as the report tells it: in words, not in codes."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from purposelint.domain.policy import Recipient
from purposelint.report.page.coverage import coverage_of, in_words
from purposelint.report.promises_words import Row, Section
from support.dossiers import dossier, reviewed

COLUMNS = ("finding", "activity", "recipient", "declared for", "clause", "elements")


def test_findings_activities_and_recipients_are_told_in_words() -> None:
    cells = (
        ("PUR201", "sent-without-purpose"),
        ("share",),
        ("unmapped", "mail_server"),
        (),
        (),
        ("a.b (2)",),
    )
    (told,) = in_words([Section("Flows", "", COLUMNS, (Row(cells),))], dossier())
    assert told.rows[0].cells == (
        ("without a declared purpose (PUR201)",),
        ("sent",),
        ("not in the policy", "mail server"),
        (),
        (),
        ("a.b (2)",),
    )
    assert (told.title, told.columns) == ("Flows", COLUMNS)


def test_a_recipient_has_the_policys_title_and_the_service_is_itself() -> None:
    made = dossier()
    partner = msgspec.structs.replace(made.policy.recipients["partner"], title="A parcel_service")
    assert isinstance(partner, Recipient)
    made.policy.recipients["partner"] = partner  # type: ignore[index]
    section = Section(
        "Promises",
        "",
        ("purposes", "recipients"),
        (
            Row(
                (("any",), ("self", "partner")),
            ),
        ),
    )
    assert in_words([section], made)[0].rows[0].cells == (
        ("any",),
        ("the service itself", "A parcel_service"),
    )


def test_what_is_silenced_is_counted_beside_what_the_policy_does_not_promise() -> None:
    """Else `none` would say of hundreds that a baseline accepts that there are none."""
    verdict = reviewed(3)
    assert verdict.dossier is not None
    hidden = {"baselined": 1_400, "sensitivity low is under --min-sensitivity medium": 2}
    promises = replace(verdict.dossier.promises, hidden=hidden, made=0)
    told = coverage_of(replace(verdict, dossier=replace(verdict.dossier, promises=promises)))
    assert "Flows that the policy does not promise" in told.empty
    assert told.hidden == (
        "1,400 accepted in the baseline",
        "2: its sensitivity is low, and this run asks for medium and above",
    )
    assert "The policy has no permits" in told.lead[-1]
    assert all("PUR5" not in one.title for one in told.sections)
    assert any("The email" in cell for one in told.sections for row in one.rows for cell in row.cells)


def test_a_run_that_gathered_nothing_says_so() -> None:
    assert coverage_of(replace(reviewed(1), dossier=None)).lead == ("Not gathered in this run.",)
