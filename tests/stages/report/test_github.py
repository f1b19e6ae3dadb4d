from __future__ import annotations

import dataclasses
from collections import Counter

import msgspec

from purposelint.domain.catalog import Confidence
from purposelint.domain.verdict import Finding, Problem, RunInfo, Severity
from purposelint.report import render
from stages.report.sample_verdict import field, logged, place, sample, sent, silenced
from support.commands import Command, commands


def _read(*found: Finding, problems: tuple[Problem, ...] = ()) -> tuple[list[Command], list[str]]:
    return commands(render("github", sample(found=found, problems=problems)))


def test_an_annotation_stands_where_the_data_does_and_says_what_mends_it() -> None:
    (told,), rest = _read(sent())
    assert told == Command(
        "error",
        {
            "title": "PUR202 sending-not-permitted (medium confidence)",
            "file": "app/views.py",
            "line": "5",
            "endLine": "5",
            "col": "9",
            "endColumn": "13",
        },
        "user.email (identity.email) is sent to partner for payment\n"
        "Clause 1.4 of policy default.\n"
        "Help: declare a purpose that the policy permits:\n"
        "# purpose: messaging to partner",
    )
    assert rest == []


def test_columns_are_told_of_spans_of_one_line_alone() -> None:
    (told,), _ = _read(msgspec.structs.replace(sent(), data=None))
    assert told.properties["line"] == "4"
    assert told.properties["endLine"] == "7"
    assert "col" not in told.properties


def test_elements_of_one_line_share_an_annotation_and_so_do_fields_of_one_model() -> None:
    found = sample().findings
    read, _ = commands(render("github", sample(found=found)))
    assert [(one.name, one.properties["line"]) for one in read] == [
        ("error", "3"),
        ("error", "5"),
        ("warning", "2"),
    ]
    assert read[0].message.splitlines()[:2] == [
        "user.email (identity.email) is logged without a declared purpose",
        "user.phone (identity.phone) is logged without a declared purpose",
    ]
    assert read[2].message == "Customer: 2 elements stored without a purpose: email, phone"


def _many(number: int, severity: Severity, confidence: Confidence = "high") -> list[Finding]:
    return [
        msgspec.structs.replace(
            logged("email", (1, 2), element="identity.email", line=2),
            severity=severity,
            confidence=confidence,
            place=place(f"app/{confidence}.py", line, (5, 9)),
            data=None,
        )
        for line in range(100, 100 + number)
    ]


def test_ten_of_a_level_are_shown_the_worst_first_and_the_rest_is_counted() -> None:
    found = [*_many(12, "error", "medium"), *_many(3, "error"), *_many(11, "warning"), *_many(14, "note")]
    read, rest = _read(*reversed(found))
    assert Counter(one.name for one in read) == {"error": 10, "warning": 10, "notice": 10}
    errors = [one for one in read if one.name == "error"]
    assert ["medium" in one.properties["title"] for one in errors] == [False] * 3 + [True] * 7
    assert len(rest) == 1
    assert "5 errors, 1 warning, 4 notes without an annotation" in rest[0]


def test_ten_are_shown_without_a_word_about_more() -> None:
    read, rest = _read(*_many(10, "error"))
    assert len(read) == 10
    assert rest == []


def test_what_was_not_analysed_comes_before_what_was_found() -> None:
    problems = (Problem("PUR901", "app/x.py", "unexpected indent", 3), Problem("PUR902", "", "nothing"))
    read, _ = _read(*_many(10, "error"), problems=problems)
    assert [one.properties["title"] for one in read[:2]] == ["PUR901 file-not-analysed", "PUR902"]
    assert read[0].properties["file"] == "app/x.py"
    assert "file" not in read[1].properties
    assert len(read) == 10


def test_many_broken_files_do_not_hide_what_was_found() -> None:
    problems = tuple(Problem("PUR901", f"app/x{number}.py", "bad") for number in range(20))
    read, (rest,) = _read(*_many(5, "error"), problems=problems)
    codes = [one.properties["title"][:6] for one in read]
    assert codes == ["PUR901"] * 3 + ["PUR101"] * 5 + ["PUR901"] * 2
    assert "15 errors" in rest


def test_a_fault_of_ours_is_an_error() -> None:
    verdict = dataclasses.replace(sample(found=()), faults=("app.odd (KeyError at x.py:1)",))
    (told,), _ = commands(render("github", verdict))
    assert (told.name, told.message) == ("error", "app.odd (KeyError at x.py:1)")


def test_silenced_findings_and_none_at_all_say_nothing() -> None:
    baselined = msgspec.structs.replace(sent(), status="baselined")
    assert _read(silenced(), baselined) == ([], [])


def test_paths_count_from_the_top_of_the_repository() -> None:
    verdict = sample(found=(sent(),))
    inside = msgspec.structs.replace(verdict.run, folder="services/shop")
    (told,), _ = commands(render("github", dataclasses.replace(verdict, run=inside)))
    assert told.properties["file"] == "services/shop/app/views.py"
    assert isinstance(inside, RunInfo)


def test_what_ends_a_value_or_a_command_is_escaped() -> None:
    odd = place("a,b:c%2C.py", 1, (1, 2))
    evil = msgspec.structs.replace(
        field("email", 1, element="identity.email"),
        place=odd,
        message="100%\r\n::error::x %0A::warning::y",
        code="PUR302",
    )
    (told,), rest = _read(evil)
    assert told.properties["file"] == "a,b:c%2C.py"
    assert told.message == r"100%\r\n::error::x %0A::warning::y"
    assert rest == []


def test_the_same_verdict_gives_the_same_bytes_in_any_order() -> None:
    found = sample().findings
    assert render("github", sample(found=found)) == render("github", sample(found=tuple(reversed(found))))
