"""Declarations keep their meaning when `ruff format` or `black` lays the code out anew, at any length."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from fixture_marks import strip_marks
from purposelint.domain.verdict import Finding, Verdict
from support.pipeline import check_folder
from support.places import FIXTURES
from support.samples import unmarked
from support.taught import blocks, write_project

_SKIP_COMMAS = "format.skip-magic-trailing-comma=true"
_FORMATTERS = {
    "ruff": ["ruff", "format", "--isolated", "--no-cache", "--config", _SKIP_COMMAS],
    "black": ["black", "--quiet", "--skip-magic-trailing-comma"],
}
_RUNS = (("ruff", "30"), ("ruff", "72"), ("ruff", "140"), ("black", "30"), ("black", "100"))
"""At thirty nearly every call is wrapped; at a hundred and forty those that were wrapped are joined."""

_PROGRAMS = (*sorted(path.name for path in FIXTURES.iterdir() if path.is_dir()), "samples", "taught")


@pytest.fixture(scope="module", params=_PROGRAMS)
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Verdict]:
    """A folder to format copies of, and its verdict as it was written."""
    folder: Path = tmp_path_factory.mktemp("written") / request.param
    if request.param == "samples":
        unmarked(folder)
    elif request.param == "taught":
        folder.mkdir()
        write_project(folder, (text for _, text in blocks("python")))
    else:
        strip_marks(FIXTURES / request.param, folder)
    return folder, check_folder(folder)


@pytest.mark.parametrize(("formatter", "length"), _RUNS)
def test_the_verdict_stays(
    program: tuple[Path, Verdict], formatter: str, length: str, tmp_path: Path
) -> None:
    written, before = program
    folder = tmp_path / written.name
    shutil.copytree(written, folder)
    command = [sys.executable, "-m", *_FORMATTERS[formatter], "--line-length", length, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert _texts(folder) != _texts(written)
    after = check_folder(folder)
    assert _meaning(after) - _meaning(before) == Counter()
    assert _meaning(before) - _meaning(after) == Counter()


def _texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.rglob("*.py")}


def _meaning(verdict: Verdict) -> Counter[tuple[object, ...]]:
    """Every finding, flow and stored field of a verdict with its purposes, lines and columns apart."""
    found = Counter(("finding", one.status, *_of(one)) for one in verdict.findings)
    found.update((one.verdict, one.why, *_of(one.finding)) for one in verdict.judgements)
    return found


def _of(finding: Finding) -> tuple[object, ...]:
    source = finding.source.symbol if finding.source is not None else ""
    return (
        finding.code,
        finding.element,
        finding.place.path,
        finding.place.symbol,
        finding.sink_id,
        source,
        finding.recipient,
        finding.purposes,
    )
