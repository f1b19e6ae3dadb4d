"""The sample services: every marked line speaks, every other is silent, and the report is the expected one.

`make snapshots` writes the expected reports anew; read their diff before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fixture_marks import Mark, strip_marks
from purposelint.domain.verdict import Verdict
from purposelint.judge.codes import CODES
from purposelint.report import render
from support.marks import difference, found_marks
from support.pipeline import check_folder
from support.places import FIXTURES, SNAPSHOTS

_SERVICES = sorted(path.name for path in FIXTURES.iterdir() if path.is_dir())


@pytest.fixture(scope="module", params=_SERVICES)
def service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, set[Mark], Verdict]:
    """Name, marks and verdict of one service; the tool sees a copy without the marks."""
    name: str = request.param
    folder: Path = tmp_path_factory.mktemp("run") / name
    marks = strip_marks(FIXTURES / name, folder)
    return name, marks, check_folder(folder)


def test_marked_lines_speak_and_others_are_silent(service: tuple[str, set[Mark], Verdict]) -> None:
    _, expected, verdict = service
    assert expected
    wrong = difference(expected, found_marks(verdict))
    assert not wrong, f"\n{wrong}"


def test_every_file_was_analysed(service: tuple[str, set[Mark], Verdict]) -> None:
    _, _, verdict = service
    assert verdict.files.analysed == verdict.files.discovered > 5
    assert verdict.problems == ()


def test_the_report_is_the_expected_one(service: tuple[str, set[Mark], Verdict]) -> None:
    name, _, verdict = service
    report = render("concise", verdict)
    expected = SNAPSHOTS / "fixtures" / f"{name}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(report, encoding="utf-8")
    assert report == expected.read_text(encoding="utf-8")


def test_fixtures_are_python() -> None:
    for path in sorted(FIXTURES.rglob("*.py")):
        compile(path.read_text(encoding="utf-8"), str(path), "exec")


def test_every_kind_of_finding_arises(tmp_path: Path) -> None:
    marked = {mark.code for name in _SERVICES for mark in strip_marks(FIXTURES / name, tmp_path / name)}
    of_reports_and_runs = {"PUR502", "PUR901", "PUR902"}
    assert marked == CODES.keys() - of_reports_and_runs
