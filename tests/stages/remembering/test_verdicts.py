"""Verdicts that are kept: taken as they stand while nothing they were made from has changed."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from purposelint import analysis, session
from purposelint.analysis import Progress, Run
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import FileFacts
from purposelint.domain.policy import Policy
from purposelint.domain.program import Program
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Verdict
from purposelint.keeping import FOLDER
from purposelint.link import link
from purposelint.remembering import verdicts

_CODE = "import logging\nlog = logging.getLogger()\ndef run(user):\n    log.info(user.email)\n"
_RUN = analysis.run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(_CODE)
    (tmp_path / "purposelint.toml").write_text('policy = "default"\n')
    return tmp_path


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each run that is not answered by a kept verdict."""
    made: list[str] = []

    def noted(
        settings: Settings,
        on_progress: Progress | None = None,
        loaded: tuple[Catalog, Policy] | None = None,
    ) -> Run:
        made.append("run")
        return _RUN(settings, on_progress, loaded)

    monkeypatch.setattr(analysis, "run", noted)
    return made


def _check(project: Path, *names: str, **overrides: object) -> Verdict:
    return session.check(session.settings_for([project / name for name in names or ("",)], None, overrides))


def _told(verdict: Verdict) -> tuple[object, ...]:
    """All that reports are made of."""
    return tuple(getattr(verdict, name) for name in verdict.__dataclass_fields__)


def test_an_unchanged_project_gets_the_same_verdict_without_a_run(project: Path, runs: list[str]) -> None:
    first, second = _check(project), _check(project)
    assert runs == ["run"]
    assert _told(first) == _told(second)
    assert [one.code for one in second.findings] == ["PUR101"]
    assert second.codes
    assert second.excerpts


def test_what_was_asked_is_part_of_it(project: Path, runs: list[str]) -> None:
    for overrides in ({}, {"min_confidence": "high"}, {"policy": "renqing"}, {"ignore": ("PUR101",)}):
        _check(project, **overrides)
    _check(project, "app.py")
    assert len(runs) == 5


@pytest.mark.parametrize("change", ["content", "added", "gone", "configuration", "ignored", "day", "code"])
def test_what_changes_a_verdict_has_it_made_anew(
    project: Path, runs: list[str], change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "other.py").write_text("x = 1\n")
    _check(project)
    if change == "content":
        (project / "app.py").write_text(_CODE.replace("user.email", "user.pk"))
    elif change == "added":
        (project / "third.py").write_text("y = 1\n")
    elif change == "gone":
        (project / "other.py").unlink()
    elif change == "configuration":
        (project / "purposelint.toml").write_text('policy = "default"\nstrict-callers = true\n')
    elif change == "ignored":
        (project / ".gitignore").write_text("other.py\n")
    elif change == "day":
        monkeypatch.setattr(verdicts, "dt", _Tomorrow)
    else:
        monkeypatch.setattr(verdicts, "__version__", "0.0.0")
    _check(project)
    assert runs == ["run", "run"]


class _Tomorrow:
    """The module `datetime` a day later."""

    timezone = dt.timezone

    class datetime(dt.datetime):  # noqa: N801 - the name that is looked up
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> _Tomorrow.datetime:
            return super().now(tz) + dt.timedelta(days=1)


def test_the_commit_is_that_of_the_run(project: Path, runs: list[str]) -> None:
    git = ["git", "-C", str(project), "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *command], check=True)
    first = _check(project).run
    subprocess.run([*git, "commit", "-qm", "two", "--allow-empty"], check=True)
    second = _check(project).run
    assert runs == ["run"]
    assert len({first.commit, second.commit, ""}) == 3


def test_a_run_with_a_problem_is_made_again(project: Path, runs: list[str]) -> None:
    (project / "broken.py").write_text("def (:\n")
    assert _check(project).problems == _check(project).problems != ()
    assert len(runs) == 2


def test_a_file_that_changes_under_a_run_leaves_no_verdict(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(facts: Iterable[FileFacts]) -> Program:
        (project / "app.py").write_text(_CODE.replace("user.email", "user.pk"))
        return link(facts)

    monkeypatch.setattr(analysis, "link", change)
    assert len(_check(project).findings) == 1
    assert not list((project / FOLDER).glob("verdict-*"))


def test_nothing_is_kept_unless_asked(project: Path, runs: list[str]) -> None:
    for _ in range(2):
        _check(project, cache=False)
    assert runs == ["run", "run"]
    assert not (project / FOLDER).exists()


def test_named_files_are_asked_again_once_a_run_over_the_project_told_more(
    project: Path, runs: list[str]
) -> None:
    _check(project, "app.py")
    _check(project)
    _check(project, "app.py")
    _check(project, "app.py")
    assert len(runs) == 3


def test_lines_of_the_configuration_that_a_report_quotes_are_those_of_now(
    project: Path, runs: list[str]
) -> None:
    table = '[[declare]]\npaths = ["nothing/**"]\npurposes = ["messaging"]\n'
    (project / "purposelint.toml").write_text(table)
    _check(project)
    (project / "purposelint.toml").write_text(table.replace("[[declare]]", "[[declare]]  # for nobody"))
    assert "[[declare]]  # for nobody" in _check(project).excerpts.values()
    assert runs == ["run", "run"]
