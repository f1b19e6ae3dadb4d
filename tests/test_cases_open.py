"""What the flow analysis does not do yet, line by line; a line that begins to work moves to `tests/cases`.

The files have the form of cases. `# open: missing CODE element` marks a line that earns a finding which is
not made, `# open: false CODE element` one that gets a finding it does not earn; `# expect:` is as in a case.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from fixture_marks import Mark, strip_marks
from support.marks import difference, found_marks
from support.pipeline import check_folder
from support.places import CASES, CASES_OPEN

_OPEN = re.compile(r"\s*# open: (?P<marks>.+)$")
_ONE = re.compile(r"(?P<kind>missing|false) (?P<code>PUR\d{3})(?: (?P<element>[a-z_]+\.[a-z0-9_]+))?")
_FILES = sorted(path.name for path in CASES_OPEN.glob("*.py"))
_SUPPORT: set[str] = set()
"""Modules that open cases import; they have no marks of their own."""


def _read_open(source: Path, target: Path) -> dict[str, set[Mark]]:
    """Copy a folder without its open marks; these by kind."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".purposelint_cache"))
    opened: dict[str, set[Mark]] = {"missing": set(), "false": set()}
    for file in sorted(target.rglob("*.py")):
        path = file.relative_to(target).as_posix()
        lines = file.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, 1):
            found = _OPEN.search(line)
            if found is None:
                continue
            lines[number - 1] = line[: found.start()]
            for part in found["marks"].split(";"):
                one = _ONE.fullmatch(part.strip())
                assert one is not None, f"{path}:{number}: not an open mark: {part.strip()!r}"
                opened[one["kind"]].add(Mark(path, number, one["code"], one["element"] or ""))
        file.write_text("\n".join(lines), encoding="utf-8")
    return opened


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, set[Mark]], set[Mark], set[Mark]]:
    """Open marks by kind, expected marks, and the marks that one run over all files found."""
    folder: Path = tmp_path_factory.mktemp("run")
    opened = _read_open(CASES_OPEN, folder / "closed")
    expected = strip_marks(folder / "closed", folder / "cases")
    return opened, expected, found_marks(check_folder(folder / "cases"))


def _of(marks: set[Mark], name: str) -> set[Mark]:
    return {mark for mark in marks if mark.path == name}


@pytest.mark.parametrize("name", _FILES)
def test_what_is_open_is_still_open(
    run: tuple[dict[str, set[Mark]], set[Mark], set[Mark]], name: str
) -> None:
    opened, _, found = run
    missing, false = _of(opened["missing"], name), _of(opened["false"], name)
    assert missing or false or name in _SUPPORT, f"nothing is open in {name}: remove the file"
    works = sorted((missing & found) | (false - found))
    told = "\n".join(map(str, works))
    assert not works, f"these lines are right now: move their functions to tests/cases/{name}\n{told}"


@pytest.mark.parametrize("name", _FILES)
def test_nothing_else_is_wrong(run: tuple[dict[str, set[Mark]], set[Mark], set[Mark]], name: str) -> None:
    opened, expected, found = run
    wrong = difference(_of(expected | opened["false"], name), _of(found - opened["missing"], name))
    assert not wrong, f"\n{wrong}"


def test_every_open_case_has_its_case() -> None:
    assert [name for name in _FILES if not (CASES / name).is_file()] == []
