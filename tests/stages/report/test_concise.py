from __future__ import annotations

from purposelint.domain.verdict import Problem
from purposelint.report import render
from stages.report.sample_verdict import sample, sent


def test_one_line_a_finding() -> None:
    assert render("concise", sample(found=(sent(),))) == (
        "app/views.py:4:5: PUR202 sending-not-permitted [error, medium confidence]"
        " user.email (identity.email) is sent to partner for payment\n"
    )


def test_silenced_findings_are_left_out_and_problems_are_not() -> None:
    lines = render("concise", sample(problems=(Problem("PUR902", "", "no Python file"),))).splitlines()
    assert len(lines) == 6
    assert lines[-1] == "PUR902 [error] no Python file"


def test_nothing_found_is_nothing_said() -> None:
    assert not render("concise", sample(found=()))
