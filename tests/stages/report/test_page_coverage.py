"""Policy and code side by side, as the report tells it: in words, not in codes."""

from __future__ import annotations

import msgspec

from purposelint.domain.policy import Recipient
from purposelint.report.page.coverage import in_words
from purposelint.report.promises_words import Row, Section
from support.dossiers import dossier

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
