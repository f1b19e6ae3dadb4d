from __future__ import annotations

import msgspec

from purposelint.domain.explanation import Considered, Explanation
from purposelint.domain.flows import Guarding
from purposelint.domain.place import Place, span_between
from purposelint.domain.sightings import Evidence
from purposelint.domain.verdict import Judgement, Problem
from purposelint.report import Look
from purposelint.report.explanations import explain_code, explain_line
from stages.report.sample_verdict import CODES, sample, sent


def test_a_code_is_explained_with_what_to_do() -> None:
    text = explain_code(CODES[0])
    assert text.startswith("PUR101 logged-without-purpose [error]\n\nA log has no purpose.\n")
    assert text.endswith("What to do      Declare one.\n")


def test_a_line_tells_names_reasons_flows_and_findings() -> None:
    told = Explanation(
        "app/views.py",
        5,
        "        user,",
        (
            Considered("variable", "user", "identity.email", "medium", (Evidence("owner", "Customer"),)),
            Considered("key", "subject", evidence=(Evidence("name", "a mail's subject", against=True),)),
        ),
        ("notify",),
        (Judgement("finding", "PUR202: sending-not-permitted", sent()),),
        (sent(),),
    )
    text = explain_line(told)
    assert text.count("PUR202 sending-not-permitted [") == 1
    assert "user (variable) is identity.email (medium confidence)\n    + owner: Customer\n" in text
    assert "subject (key) is not personal data\n    - name: a mail's subject\n" in text
    assert "nothing speaks for  notify\n" in text
    assert "identity.email sent by requests.post at app/views.py:4: finding" in text
    assert "severity:" not in text
    assert "  clause: 1.4\n" in text


def test_an_empty_line_and_a_broken_file_are_said_to_be_so() -> None:
    empty = explain_line(Explanation("app/a.py", 1, ""))
    assert "No name on this line is looked at." in empty
    assert "there is no finding" in empty
    broken = explain_line(Explanation("app/a.py", 1, "", problems=(Problem("PUR901", "app/a.py", "bad"),)))
    assert "PUR901 bad" in broken
    assert "the file was not analysed" in broken
    assert "there is no finding" not in broken


def test_guards_are_told_where_they_stand() -> None:
    place = Place("app/a.py", span_between(1 << 20, 1 << 20), "app.a")
    told = (Guarding(place, "nothing of it passes builtins.measure", "identity.email"),)
    text = explain_line(Explanation("app/a.py", 1, "len(user.email)", guardings=told))
    assert "identity.email: nothing of it passes builtins.measure\n" in text
    assert "No data passes here but through a guard" in text
    assert "No flow passes" not in text


def test_findings_that_are_no_flows_are_told_too() -> None:
    finding = sample().findings[0]
    text = explain_line(Explanation("app/models.py", 2, "x", findings=(finding,)), Look(width=200))
    assert "PUR301 stored-without-purpose [warning, high confidence]\n  Customer.email (identity" in text


def test_why_a_doubtful_finding_is_a_note_is_said() -> None:
    doubtful = msgspec.structs.replace(sent(), severity="note", confidence="low")
    text = explain_line(Explanation("app/views.py", 5, "x", findings=(doubtful,)), Look(width=200))
    assert "PUR202 sending-not-permitted [note, low confidence]\n" in text
    assert "\n  severity: a finding of low confidence is a note, whatever its code\n" in text


def test_a_finding_about_a_comment_has_no_confidence() -> None:
    comment = msgspec.structs.replace(sent(), code="PUR401", name="unknown-word", element=None, trace=())
    text = explain_line(Explanation("app/views.py", 5, "x", findings=(comment,)))
    assert "PUR401 unknown-word [error]\n" in text
