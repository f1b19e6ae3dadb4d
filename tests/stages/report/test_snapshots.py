"""Every format of one verdict that has a bit of everything; `make snapshots` writes them anew."""

from __future__ import annotations

import dataclasses
import os

import msgspec
import pytest

from purposelint.domain.flows import Hop
from purposelint.domain.verdict import Problem, Verdict
from purposelint.report import FOR_REVIEWERS, FORMATS, render
from stages.report.sample_verdict import findings, place, sample, sent
from support.places import SNAPSHOTS


def _everything() -> Verdict:
    """The sample in a folder of its repository, with a declaration, a baselined finding, and what failed."""
    said = Hop(place("app/views.py", 4, (10, 40)), "declared for payment to partner")
    odd = msgspec.structs.replace(
        sent(), fingerprint="odd", confidence="low", severity="note", declared=(said,)
    )
    old = msgspec.structs.replace(sent(), fingerprint="old", status="baselined")
    problems = (Problem("PUR901", "app/x y.py", "unexpected indent", 3), Problem("PUR902", "", "nothing"))
    verdict = sample(problems=problems, found=(*findings(), odd, old))
    return dataclasses.replace(
        verdict,
        run=msgspec.structs.replace(verdict.run, folder="services/shop", clause_lines={"1.4": 31}),
        line_hashes={("app/views.py", 5): "c129715d7a2bc9a3:1"},
        faults=("app.odd (KeyError at x.py:1)",),
    )


@pytest.mark.parametrize("name", sorted(set(FORMATS) - FOR_REVIEWERS))
def test_a_format_is_as_it_was(name: str) -> None:
    file = SNAPSHOTS / "report" / f"{name}.txt"
    shown = render(name, _everything())
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")
    assert shown == render(name, _everything())


def test_no_snapshot_outlives_its_format() -> None:
    assert {file.stem for file in (SNAPSHOTS / "report").iterdir()} == set(FORMATS) - FOR_REVIEWERS
