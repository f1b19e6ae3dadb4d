"""The policy `renqing`, asked for every cell through the command line, as a reviewer would."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint import session
from purposelint.cli.app import app
from support.renqing_table import EVERYTHING, OTHERS, PURPOSES, VECTORS, disclosures, expected


@cache
def answers() -> dict[tuple[str, str, str, str], tuple[str, str]]:
    """(element, purpose, recipient, activity) -> answer and clause, of all that `policy show` tells."""
    result = CliRunner().invoke(app, ["policy", "show", "--policy", "renqing", "--output-format", "json"])
    assert result.exit_code == 0
    rows = json.loads(result.stdout)["answers"]
    keys = ("element", "purpose", "recipient", "activity")
    return {tuple(row[key] for key in keys): (row["answer"], row["clause"]) for row in rows}


@pytest.mark.parametrize("activity", ["store", "log"])
@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_cell_of_the_matrix(purpose: str, activity: str) -> None:
    for element in EVERYTHING:
        answer, clause = answers()[element, purpose, "self", activity]
        wanted, clauses = expected(element, purpose, activity)
        assert (element, answer) == (element, wanted)
        assert clause in clauses, element


@pytest.mark.parametrize("recipient", OTHERS)
def test_every_disclosure_to_others(recipient: str) -> None:
    listed = disclosures()
    told = {key: answer for key, answer in answers().items() if key[2] == recipient}
    purposes = {key[1] for key in told}
    assert len(told) == len(EVERYTHING) * len(purposes) > 1000
    wanted = {
        (*key, "share"): listed.get(key, ("forbidden", "1.1"))
        for key in ((element, purpose, recipient) for element in EVERYTHING for purpose in purposes)
    }
    assert {key: (answer, wanted[key]) for key, answer in told.items() if answer != wanted[key]} == {}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The rules read once for all cases: what each case is about is the question and its answer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(session, "load", _loaded)


@cache
def _load_once() -> object:
    return _LOAD(session.settings_for((), None, {"policy": "renqing"}))


_LOAD = session.load


def _loaded(settings: object) -> object:
    del settings
    return _load_once()


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("element", "purpose", "recipient", "activity", "answer", "clause"), VECTORS)
def test_single_cases_as_they_are_asked(
    element: str, purpose: str, recipient: str, activity: str, answer: str, clause: str
) -> None:
    words = [element, purpose or "none", recipient, activity]
    result = CliRunner().invoke(app, ["policy", "ask", *words, "--policy", "renqing", "--format", "json"])
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["answer"] == answer, told["why"]
    assert told["clause"] in clause.split("|")
    assert told["why"]
