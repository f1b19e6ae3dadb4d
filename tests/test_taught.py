"""What docs/declarations.md teaches is read as it says: its examples are programs without a finding."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from purposelint.domain.verdict import Verdict
from support.pipeline import check_folder
from support.taught import PREAMBLE, blocks, write_project

_PROGRAMS = dict(blocks("python"))
_FLAGGED = next(text for _, text in blocks("text") if text.startswith("#"))


def _check(folder: Path, program: str) -> Verdict:
    write_project(folder, [program])
    return check_folder(folder)


@pytest.mark.parametrize("line", _PROGRAMS)
def test_every_declaration_of_an_example_is_read_and_needed(line: int, tmp_path: Path) -> None:
    """One that were not read would leave its data undeclared, one that were not needed is PUR404."""
    verdict = _check(tmp_path, _PROGRAMS[line])
    assert [str(one.place.span.line) + one.code for one in verdict.findings if one.status == "open"] == []
    assert [one for one in verdict.judgements if one.why.startswith("declared") or one.finding.suppression]


@pytest.mark.parametrize("line", _PROGRAMS)
def test_without_its_declarations_an_example_has_findings(line: int, tmp_path: Path) -> None:
    """Each example is about data that needs a declaration."""
    bare = _PROGRAMS[line].replace("purpose", "porpoise").replace("personal", "pursonal")
    bare = bare.replace("Personal", "Pursonal").replace("no_pii", "no_pee").replace("PUR", "PRR")
    assert any(one.status == "open" for one in _check(tmp_path, bare).findings)


def test_the_examples_are_python() -> None:
    for program in _PROGRAMS.values():
        ast.parse(program)


def _commented_out(folder: Path, program: str) -> list[str]:
    file = folder / "forms.py"
    file.write_text(program, encoding="utf-8")
    rule = ["check", "--isolated", "--no-cache", "--select", "ERA001", "--output-format", "concise"]
    command = [sys.executable, "-m", "ruff", *rule, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return [line for line in done.stdout.splitlines() if "ERA001" in line]


def test_ruff_takes_no_example_for_code_that_was_commented_out(tmp_path: Path) -> None:
    assert _commented_out(tmp_path, "\n\n".join([PREAMBLE, *_PROGRAMS.values()])) == []


def test_ruff_flags_the_forms_that_the_page_says_it_flags(tmp_path: Path) -> None:
    flagged = _commented_out(tmp_path, "".join(f"{line}\n\n\nx = 1\n" for line in _FLAGGED.splitlines()))
    assert len(flagged) == len(_FLAGGED.splitlines()) >= 2
