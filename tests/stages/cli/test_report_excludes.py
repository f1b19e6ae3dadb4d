"""Files that a configuration leaves out: the report says how many flows go through them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint import analysis, reviewing, session
from purposelint.cli.app import app
from purposelint.domain.dossier import Silencer
from purposelint.domain.settings import Settings

LOGS = "import logging\n\n\ndef enter(user):\n    logging.info('%s', user.email)\n"
FILES = {
    "app.py": (
        "from lib.tell import tell\n\n\n"
        "def enter(user):\n    tell(user.phone_number)\n    print(user.email)\n"
    ),
    "lib/__init__.py": "",
    "lib/tell.py": "import logging\n\n\ndef tell(number):\n    logging.info('%s', number)\n",
    "scripts/once.py": LOGS + "    logging.info('%s', user.date_of_birth)  # purpose: payment\n",
    "scripts/sums.py": "def add(a, b):\n    return a + b\n",
}


def _settings(folder: Path, text: str, *, cache: bool = False) -> Settings:
    for name, content in {**FILES, "purposelint.toml": text}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return session.settings_for([folder], overrides={"cache": cache, "workers": 1})


def _excludes(settings: Settings) -> dict[str, Silencer]:
    verdict = session.for_reviewers(settings)
    assert verdict.dossier is not None
    return {one.what: one for one in verdict.dossier.ledger.silencers if one.kind == "exclude"}


def test_each_exclude_tells_the_flows_that_it_ends(tmp_path: Path) -> None:
    found = _excludes(_settings(tmp_path, 'exclude = ["scripts/*", "lib", "scripts/sums.py"]\n'))
    told = {what: (one.missed, one.elements) for what, one in found.items()}
    assert told == {
        "scripts/*": (2, ("identity.date_of_birth", "identity.email")),
        "lib": (1, ("identity.phone",)),
        "scripts/sums.py": (0, ()),
    }


def test_what_include_does_not_name_is_told_too(tmp_path: Path) -> None:
    (found,) = _excludes(_settings(tmp_path, 'include = ["app.py", "lib"]\n')).values()
    assert (found.what, found.missed) == ("what include does not name", 2)


def test_the_verdict_is_that_of_a_check(tmp_path: Path) -> None:
    settings = _settings(tmp_path, 'exclude = ["scripts", "lib"]\n')
    checked, told = session.check(settings), session.for_reviewers(settings)
    assert checked.findings == told.findings
    assert checked.judgements == told.judgements
    assert checked.files == told.files


def test_what_is_kept_of_it_does_not_serve_a_check(tmp_path: Path) -> None:
    settings = _settings(tmp_path, 'exclude = ["scripts", "lib"]\n', cache=True)
    first = _excludes(settings)
    assert _excludes(settings) == first
    named = session.settings_for([tmp_path / "app.py"], overrides={"workers": 1})
    assert [one.element for one in session.check(named).findings] == ["identity.email"]


def test_more_files_than_there_are_besides_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviewing, "_FEW_FILES", 1)
    settings = _settings(tmp_path, 'exclude = ["scripts", "lib"]\n')
    assert {one.missed for one in _excludes(settings).values()} == {None}
    fewer = _settings(tmp_path, 'exclude = ["scripts"]\n')
    assert {one.missed for one in _excludes(fewer).values()} == {2}


def test_a_diff_does_not_look_for_them(tmp_path: Path) -> None:
    made = analysis.run(_settings(tmp_path, 'exclude = ["scripts"]\n'))
    dossier = reviewing.for_reviewers(made).dossier
    assert dossier is not None
    assert [one.missed for one in dossier.ledger.silencers if one.kind == "exclude"] == [None]


def test_the_page_says_how_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _settings(tmp_path, 'exclude = ["scripts/*", "lib"]\n')
    monkeypatch.chdir(tmp_path)
    text = CliRunner().invoke(app, ["report", "--output", "-", "--no-cache"]).stdout
    ledger = text[text.index('<section id="ledger"') :].partition("</section>")[0]
    assert ">Files left out</a></th><td>2</td><td>3</td>" in ledger
    assert "2 flows: " in ledger
    assert "1 flow: " in ledger
