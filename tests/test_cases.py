"""Every file of `tests/cases` in one run with the default policy: marked lines speak, others do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fixture_marks import Mark, strip_marks
from support.marks import difference, found_marks
from support.pipeline import check_folder
from support.places import CASES

_FILES = sorted(path.name for path in CASES.glob("*.py"))


@pytest.fixture(scope="module")
def marks(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[Mark], set[Mark]]:
    """Marks that the files carry, and marks that one run over all of them found."""
    folder: Path = tmp_path_factory.mktemp("run") / "cases"
    expected = strip_marks(CASES, folder)
    return expected, found_marks(check_folder(folder))


def test_there_are_cases() -> None:
    assert len(_FILES) >= 25


@pytest.mark.parametrize("name", _FILES)
def test_case(marks: tuple[set[Mark], set[Mark]], name: str) -> None:
    expected, found = ({mark for mark in side if mark.path == name} for side in marks)
    wrong = difference(expected, found)
    assert not wrong, f"\n{wrong}"


def test_nothing_is_found_elsewhere(marks: tuple[set[Mark], set[Mark]]) -> None:
    _, found = marks
    assert {mark.path for mark in found} <= set(_FILES)


def test_features_say_how_they_are_carried_and_what_is_approximated() -> None:
    """A feature's docstring has three labelled sentences, a line each: a table of them is for readers."""
    form = re.compile(r'"""Feature: .+\.\nHow we carry it: .+\.\nWhat is approximated: .+\.\n"""\n')
    texts = {name: (CASES / name).read_text(encoding="utf-8") for name in _FILES}
    features = [name for name, text in texts.items() if text.startswith('"""Feature:')]
    assert len(features) >= 50
    assert [name for name in features if not form.match(texts[name])] == []
