"""Small programs, the summaries of their functions and their flows. `UPDATE_SNAPSHOTS=1` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stages.flow.programs import solved, traced
from stages.flow.rendering import render
from support.places import SNAPSHOTS

_SOURCES = sorted((SNAPSHOTS / "flow").glob("*.py"))


@pytest.mark.parametrize("source", _SOURCES, ids=lambda path: path.stem)
def test_summaries_and_flows_are_as_expected(source: Path) -> None:
    files = {source.name: source.read_text(encoding="utf-8")}
    told = render(solved(files).engine, traced(files).flows)
    expected = source.with_suffix(".txt")
    if os.environ.get("UPDATE_SNAPSHOTS"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


def test_there_are_snapshots() -> None:
    assert len(_SOURCES) >= 7
    assert {path.stem for path in _SOURCES} == {path.stem for path in (SNAPSHOTS / "flow").glob("*.txt")}
