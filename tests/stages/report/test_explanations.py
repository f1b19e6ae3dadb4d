from __future__ import annotations

import msgspec

from purposelint.domain.explanation import Considered, Explanation
from purposelint.domain.flows import Guarding, Hop
from purposelint.domain.place import Place, span_between
from purposelint.domain.sightings import Evidence
from purposelint.domain.verdict import Finding, Judgement, Problem
from purposelint.report import Look
from purposelint.report.explained_line import explain_line
from purposelint.report.explanations import explain_code
from stages.report.sample_verdict import CODES, place, sample, sent


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
    assert text.count("confidence") == 1
    assert "subject (key) is not personal data\n  against  name: a mail's subject\n" in text
    assert "user (variable)" not in text
    assert "notify" not in text.partition("subject (key)")[2]
    assert "\n  clause   1.4\n" in text
    everything = explain_line(told, Look(verbose=True))
    assert "user (variable) is identity.email (medium confidence)\n  for      owner: Customer\n" in everything
    assert "not known as personal data  notify\n" in everything


def _several(number: int) -> tuple[Finding, ...]:
    return tuple(
        msgspec.structs.replace(sent(), fingerprint=f"s-{index}", expr=f"user.mail{index}")
        for index in range(number)
    )


def test_each_finding_is_told_once_and_what_is_cut_is_counted() -> None:
    found = _several(10)
    judged = tuple(Judgement("finding", "PUR202: sending-not-permitted", one) for one in (*found, *found))
    told = Explanation("app/views.py", 5, "x", (), (), judged, found)
    text = explain_line(told)
    assert text.count("PUR202 sending-not-permitted [") == 3
    assert text.count("\nPUR202 user.email") == 5
    assert "... and 2 more here (--verbose)" in text
    assert explain_line(told, Look(verbose=True)).count("PUR202 sending-not-permitted [") == 10


def test_findings_elsewhere_that_the_line_leads_to_are_listed() -> None:
    told = Explanation("app/models.py", 2, "x", findings=_several(7))
    text = explain_line(told)
    assert (
        "Data of this line is in 7 findings elsewhere:\n  app/views.py:4 PUR202 identity.email sent by"
        in text
    )
    assert "... and 2 more (--verbose)" in text
    alone = explain_line(Explanation("app/models.py", 2, "x", findings=_several(1)))
    assert "PUR202 sending-not-permitted [" in alone
    assert alone.endswith("  where    app/views.py:4\n")


def test_what_made_the_first_step_personal_is_told_once() -> None:
    because = Evidence("type", "EmailField")
    hops = tuple(Hop(place("app/a.py", 1, (1, 5)), note) for note in ("b is c (EmailField)", "d"))
    told = msgspec.structs.replace(sent(), evidence=(because,), trace=hops)
    text = explain_line(Explanation("app/views.py", 5, "x", findings=(told,)))
    assert text.count("EmailField") == 1
    assert "  path     1. app/a.py:1  b is c\n           2. app/a.py:1  d\n" in text


def test_a_long_path_is_folded() -> None:
    hops = tuple(Hop(place("app/a.py", n, (1, 5)), f"hop {n}") for n in range(1, 21))
    told = Explanation("app/views.py", 5, "x", findings=(msgspec.structs.replace(sent(), trace=hops),))
    assert "... 12 more steps (--verbose)" in explain_line(told)
    assert explain_line(told, Look(verbose=True)).count("hop ") == 20


def test_data_of_several_sources_that_is_let_through_is_told_once() -> None:
    judged = tuple(Judgement("permitted", "declared: security", one) for one in _several(4))
    text = explain_line(Explanation("app/views.py", 5, "x", judgements=judged))
    assert text.count("permitted (declared: security)") == 1
    assert ", from 4 sources: permitted" in text
    assert "there is no finding" not in text


def test_an_empty_line_and_a_broken_file_are_said_to_be_so() -> None:
    empty = explain_line(Explanation("app/a.py", 1, ""))
    assert "No name on this line is looked at." in empty
    assert "there is no finding" in empty
    broken = explain_line(Explanation("app/a.py", 1, "", problems=(Problem("PUR901", "app/a.py", "bad"),)))
    assert "PUR901 bad" in broken
    assert "the file was not analysed" in broken
    assert "there is no finding" not in broken


def test_guards_are_told_where_they_stand() -> None:
    at = Place("app/a.py", span_between(1 << 20, 1 << 20), "app.a")
    told = (Guarding(at, "nothing of it passes builtins.measure", "identity.email"),)
    text = explain_line(Explanation("app/a.py", 1, "len(user.email)", guardings=told))
    assert "identity.email: nothing of it passes builtins.measure\n" in text
    assert "No data passes here but through a guard" in text
    assert "No flow passes" not in text


def test_findings_that_are_no_flows_are_told_too() -> None:
    finding = sample().findings[0]
    text = explain_line(Explanation("app/models.py", 2, "x", findings=(finding,)), Look(width=200))
    assert "PUR301 stored-without-purpose [warning]\n  Customer.email (identity" in text


def test_why_a_doubtful_finding_is_a_note_is_said() -> None:
    doubtful = msgspec.structs.replace(sent(), severity="note", confidence="low")
    text = explain_line(Explanation("app/views.py", 5, "x", findings=(doubtful,)), Look(width=200))
    assert "PUR202 sending-not-permitted [note, low confidence]\n" in text
    assert "\n  note     of low confidence, whatever its code: too little speaks for it" in text


def test_a_finding_about_a_comment_has_no_confidence() -> None:
    comment = msgspec.structs.replace(sent(), code="PUR401", name="unknown-word", element=None, trace=())
    text = explain_line(Explanation("app/views.py", 5, "x", findings=(comment,)))
    assert "PUR401 unknown-word [error]\n" in text


def test_a_guard_that_is_a_step_of_a_path_is_told_there_alone() -> None:
    at = place("app/views.py", 5, (1, 5))
    hops = (Hop(at, "read as x"), Hop(at, "masked by helper.mask"))
    way = Judgement("guarded", "helper.mask (masked)", msgspec.structs.replace(sent(), trace=hops))
    told = Explanation(
        "app/views.py", 5, "x", judgements=(way,), guardings=(Guarding(at, hops[1].note, "x.y"),)
    )
    assert explain_line(told).count("masked by helper.mask") == 1
    assert explain_line(told, Look(verbose=True)).count("masked by helper.mask") == 2


def test_a_function_that_met_a_bound_is_named() -> None:
    text = explain_line(Explanation("app/a.py", 1, "x", cut_short=("app.huge",)))
    assert text.endswith("The analysis of app.huge was cut short at a bound: flows may be missing here.\n")


def test_ways_into_a_column_are_listed_where_the_path_has_but_one_of_them() -> None:
    ways = tuple(Evidence("flow", f"app/a.py:{number} puts it in") for number in (7, 9))
    for shown in (1, 2):
        column = Considered("field", "Note.text", "identity.email", "medium", ways[:shown])
        text = explain_line(Explanation("app/views.py", 5, "x", (column,), findings=(sent(),)))
        assert ("app/a.py:7 puts it in" in text) == (shown == 2)
