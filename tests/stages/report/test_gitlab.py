"""The report as GitLab reads it: its fields, their types, and what makes issues distinct."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import msgspec

from purposelint.domain.verdict import Finding, Problem
from purposelint.report import render
from stages.report.sample_verdict import place, sample, sent, silenced

PROBLEMS = (Problem("PUR901", "app/x.py", "unexpected indent", 3), Problem("PUR902", "", "nothing"))


def _read(*found: Finding, problems: tuple[Problem, ...] = (), folder: str = "") -> list[dict[str, Any]]:
    verdict = sample(found=found, problems=problems)
    run = msgspec.structs.replace(verdict.run, folder=folder)
    issues = json.loads(render("gitlab", dataclasses.replace(verdict, run=run)))
    assert isinstance(issues, list)
    return issues


def test_every_issue_has_what_gitlab_asks_for() -> None:
    issues = _read(*sample().findings, problems=PROBLEMS)
    assert len(issues) == 7
    for issue in issues:
        assert isinstance(issue["description"], str)
        assert re.fullmatch(r"PUR\d{3}", issue["check_name"])
        assert re.fullmatch(r"[0-9a-f]{32}", issue["fingerprint"])
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        path = issue["location"]["path"]
        assert path
        assert not path.startswith(("./", "/"))
        lines = issue["location"]["lines"]
        assert 1 <= lines["begin"] <= lines["end"]


def test_an_issue_says_what_to_do() -> None:
    """GitLab shows a description and nothing else of what is told."""
    mended = msgspec.structs.replace(sent(), remedy="# purpose: messaging")
    assert _read(mended)[0]["description"].endswith(". Help: say what it is for, as in: # purpose: messaging")
    assert "Help" not in _read(msgspec.structs.replace(sent(), remedy=""))[0]["description"]


def test_severities_are_mapped() -> None:
    found = [msgspec.structs.replace(sent(), severity=word) for word in ("error", "warning", "note")]
    assert [one["severity"] for one in _read(*found)] == ["critical", "major", "info"]
    assert {one["severity"] for one in _read(problems=PROBLEMS)} == {"blocker"}


def test_no_two_issues_share_a_fingerprint() -> None:
    issues = _read(sent(), sent(), *sample().findings, problems=(*PROBLEMS, PROBLEMS[0]))
    assert len({one["fingerprint"] for one in issues}) == len(issues)


def test_a_fingerprint_knows_no_line_but_the_service() -> None:
    moved = msgspec.structs.replace(sent(), place=place("app/views.py", 40, (5, 6)), data=None)
    (before,), (after,) = _read(sent()), _read(moved)
    assert before["location"] != after["location"]
    assert before["fingerprint"] == after["fingerprint"]
    (other,) = _read(sent(), folder="services/shop")
    assert other["fingerprint"] != before["fingerprint"]
    assert other["location"]["path"] == "services/shop/app/views.py"


def test_silenced_findings_are_left_out_and_nothing_is_an_empty_list() -> None:
    assert _read(silenced(), msgspec.structs.replace(sent(), status="baselined")) == []
    assert render("gitlab", sample(found=())) == "[]\n"


def test_the_description_says_how_sure_it_is() -> None:
    (issue,) = _read(sent())
    assert issue["description"].startswith(
        "PUR202 sending-not-permitted: user.email (identity.email) is sent to partner for payment"
        " (medium confidence). Help: "
    )
