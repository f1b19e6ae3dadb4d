"""Runs over files that are named: their findings, and what their change does elsewhere, and no more work."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import flow, session
from purposelint.domain.catalog import Catalog
from purposelint.domain.flows import Flows, Focus
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings
from purposelint.domain.verdict import Verdict

_FILES = {
    "purposelint.toml": "",
    "shop/__init__.py": "",
    "shop/audit.py": (
        "import logging\nlog = logging.getLogger(__name__)\n"
        "def note(text):\n    log.info('%s', text)\n"
        "def count(things):\n    return len(things)\n"
    ),
    "shop/views.py": (
        "from shop.audit import count, note\n"
        "def welcome(user):\n    note(user.email)\n"
        "def total(user):\n    return count(user.phone_number)\n"
    ),
    "shop/state.py": "current = {}\n",
    "shop/login.py": (
        "from shop.state import current\ndef login(user):\n    current['contact'] = user.email\n"
    ),
    "shop/reports.py": (
        "import logging\nfrom shop.state import current\nlog = logging.getLogger(__name__)\n"
        "def report():\n    log.info('%s', current['contact'])\n"
    ),
    "shop/other.py": (
        "import logging\nlog = logging.getLogger(__name__)\n"
        "def other(user):\n    log.info(user.phone_number)\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in _FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def traces(monkeypatch: pytest.MonkeyPatch) -> list[Focus | None]:
    """What each analysis was about."""
    made: list[Focus | None] = []

    def noted(program: Program, sightings: Sightings, catalog: Catalog, focus: Focus | None = None) -> Flows:
        made.append(focus)
        return flow.trace(program, sightings, catalog, focus)

    monkeypatch.setattr("purposelint.remembering.flows.trace", noted)
    return made


def _check(project: Path, *names: str, **overrides: object) -> Verdict:
    return session.check(session.settings_for([project / name for name in names or ("",)], None, overrides))


def _told(verdict: Verdict) -> list[tuple[str, int, str]]:
    return [(one.place.path, one.place.span.line, one.element or "") for one in verdict.findings]


def _edit(project: Path, name: str, old: str, new: str) -> None:
    file = project / name
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


@pytest.mark.parametrize("cache", [True, False])
def test_a_flow_through_another_file_is_found_though_one_is_named(project: Path, cache: bool) -> None:
    assert _told(_check(project, "shop/views.py", cache=cache)) == [("shop/views.py", 3, "identity.email")]


def test_what_stands_in_other_files_is_not_told(project: Path) -> None:
    assert {path for path, _, _ in _told(_check(project))} == {
        "shop/other.py",
        "shop/reports.py",
        "shop/views.py",
    }
    verdict = _check(project, "shop/audit.py")
    assert _told(verdict) == []
    assert (verdict.files.discovered, verdict.judgements, verdict.problems) == (1, (), ())


def test_an_unchanged_project_is_not_followed_again(project: Path, traces: list[Focus | None]) -> None:
    _check(project)
    assert _told(_check(project, "shop/views.py")) == [("shop/views.py", 3, "identity.email")]
    assert traces == [None]


def test_only_what_a_named_file_needs_is_followed(project: Path, traces: list[Focus | None]) -> None:
    _check(project)
    _edit(project, "shop/other.py", "user.phone_number", "user.email")
    assert _told(_check(project, "shop/other.py")) == [("shop/other.py", 4, "identity.email")]
    whole, focus = traces
    assert whole is None
    assert focus is not None
    assert {symbol.rpartition(".")[0] for symbol in focus.functions} == {"shop.other"}


def test_what_others_leave_for_a_named_file_is_found(project: Path, traces: list[Focus | None]) -> None:
    _check(project)
    _edit(project, "shop/reports.py", "'%s'", "'now %s'")
    assert _told(_check(project, "shop/reports.py")) == [("shop/reports.py", 5, "identity.email")]
    assert traces[1] is not None


def test_what_a_change_causes_elsewhere_is_told(project: Path) -> None:
    _check(project)
    _edit(project, "shop/audit.py", "    return len(things)", "    log.info(things)\n    return len(things)")
    verdict = _check(project, "shop/audit.py")
    assert _told(verdict) == [("shop/views.py", 5, "identity.phone")]
    assert [one.verdict for one in verdict.judgements] == ["finding"]


def test_without_a_run_over_the_project_nothing_is_new_elsewhere(project: Path) -> None:
    assert _told(_check(project, "shop/audit.py")) == []


def test_without_a_run_over_the_project_one_is_made(project: Path, traces: list[Focus | None]) -> None:
    _check(project, "shop/other.py")
    _edit(project, "shop/other.py", "user.phone_number", "user.email")
    _check(project, "shop/other.py")
    assert [focus is None for focus in traces] == [True, False]


def test_a_folder_does_not_stand_for_the_project(project: Path, traces: list[Focus | None]) -> None:
    (project / "tools").mkdir()
    (project / "tools" / "run.py").write_text(_FILES["shop/other.py"])
    assert _told(_check(project, "tools")) == [("tools/run.py", 4, "identity.phone")]
    _edit(project, "shop/other.py", "user.phone_number", "user.email")
    _check(project, "shop/other.py")
    assert traces == [None, None]


def test_what_ails_another_file_is_its_own_business(project: Path) -> None:
    (project / "shop" / "broken.py").write_text("def (:\n")
    verdict = _check(project, "shop/views.py")
    assert _told(verdict) == [("shop/views.py", 3, "identity.email")]
    assert (verdict.problems, verdict.files.unreadable) == ((), 0)
    problems = _check(project, "shop/broken.py").problems
    assert [(one.code, one.path) for one in problems] == [("PUR902", ""), ("PUR901", "shop/broken.py")]


def test_a_file_outside_any_project_is_read_alone(tmp_path: Path, traces: list[Focus | None]) -> None:
    for name in ("one.py", "two.py"):
        (tmp_path / name).write_text(_FILES["shop/other.py"])
    assert _check(tmp_path, "one.py").files.discovered == 1
    assert not (tmp_path / ".git").exists()
    assert len(traces) == 1


def test_a_file_that_is_left_out_of_runs_is_read_with_its_project(project: Path) -> None:
    (project / "tests").mkdir()
    (project / "tests" / "test_views.py").write_text(
        "from shop.audit import note\ndef test_note(user):\n    note(user.email)\n"
    )
    assert _told(_check(project, "tests/test_views.py")) == [("tests/test_views.py", 3, "identity.email")]
