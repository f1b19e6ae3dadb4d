"""Small sources and the facts they give. `UPDATE_SNAPSHOTS=1` writes the expected facts anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.extract import extract
from stages.extract.rendering import render
from support.places import SNAPSHOTS

_SOURCES = sorted((SNAPSHOTS / "extract").glob("*.py"))


@pytest.mark.parametrize("source", _SOURCES, ids=lambda path: path.stem)
def test_facts_are_as_expected(source: Path) -> None:
    facts = extract(SourceFile(source.name, source.read_bytes()))
    assert isinstance(facts, FileFacts), facts
    expected = source.with_suffix(".txt")
    if os.environ.get("UPDATE_SNAPSHOTS"):
        expected.write_text(render(facts), encoding="utf-8")
    assert render(facts) == expected.read_text(encoding="utf-8")


def test_there_are_snapshots() -> None:
    assert len(_SOURCES) >= 8
    assert {path.stem for path in _SOURCES} == {path.stem for path in (SNAPSHOTS / "extract").glob("*.txt")}
