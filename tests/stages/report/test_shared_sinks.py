"""What many callers hand to one line is told at that line, once; every other format names each caller."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import Finding
from purposelint.report import render
from purposelint.report.look import Look
from stages.report.sample_verdict import logged, sample

SINK = Place("app/log.py", Span(9, 5, 10, 30), "app.log.tell")


def handed(number: int, remedy: str = "# purpose: service_monitoring", code: str = "PUR101") -> Finding:
    one = logged("email", (1, 2), element="identity.email", line=3)
    return msgspec.structs.replace(
        one,
        code=code,
        place=Place("app/views.py", Span(20 + number, 5, 20 + number, 30), "app.views.login"),
        fingerprint=f"h-{number}-{code}",
        message="identity.email (`user.email`) is logged by log.info without a declared purpose,"
        " from app.models.Customer.email through app.log.tell (app/log.py:9)",
        data=Place("app/views.py", Span(20 + number, 9, 20 + number, 19), ""),
        sink=SINK,
        remedy=remedy,
    )


def told(found: list[Finding], look: Look | None = None, **options: object) -> str:
    verdict = sample(found=tuple(found))
    excerpts = {**verdict.excerpts, ("app/log.py", 9): "    log.info(", ("app/log.py", 10): "        text)"}
    run = msgspec.structs.replace(verdict.run, options=options)
    text = render("full", dataclasses.replace(verdict, excerpts=excerpts, run=run), look or Look())
    return text.partition("findings at")[0]


def test_five_callers_of_one_line_are_one_block_at_that_line() -> None:
    block = """\
app/log.py:9:5: PUR101 logged-without-purpose [error]
  what 5 calls hand in is logged by log.info without a declared purpose: identity.email
   |
 9 |     log.info(
10 |         text)
   |
   = handed in here:
       app/views.py:20  identity.email in `user.email`
       app/views.py:21  identity.email in `user.email`
       app/views.py:22  identity.email in `user.email`
       app/views.py:23  identity.email in `user.email`
       app/views.py:24  identity.email in `user.email`
   = help: this line lets go of what every caller hands in: leave it out here, or, for all of them and
           for later callers, say what it is for here, as in: # purpose: service_monitoring
"""
    text = told([handed(number) for number in range(5)], Look(width=105))
    assert block in text
    assert "app/views.py:20:5" not in text


@pytest.mark.parametrize(
    ("found", "look", "options"),
    [
        ([handed(number) for number in range(4)], Look(), {}),
        ([handed(number) for number in range(5)], Look(verbose=True), {}),
        ([handed(number) for number in range(5)], Look(), {"strict-callers": True}),
        ([handed(number, code="PUR102") for number in range(5)], Look(), {}),
    ],
)
def test_each_caller_is_told_where_they_are_few_or_each_has_to_do_something(
    found: list[Finding], look: Look, options: dict[str, object]
) -> None:
    text = told(found, look, **options)
    assert "app/views.py:20:5" in text
    assert "handed in here" not in text


def test_where_no_purpose_helps_the_line_is_to_leave_it_out() -> None:
    text = told([handed(number, remedy="take user.email out of the call") for number in range(5)])
    assert "help: this line lets go of what every caller hands in: leave it out here\n" in text


@pytest.mark.parametrize("form", ["concise", "sarif", "json", "jsonl", "github", "gitlab", "junit"])
def test_other_formats_name_each_caller(form: str) -> None:
    text = render(form, sample(found=tuple(handed(number) for number in range(6))))
    assert all(str(20 + number) in text for number in range(6))
    assert "hand in" not in text
