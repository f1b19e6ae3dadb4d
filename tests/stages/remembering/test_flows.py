"""Flows that were kept: taken as they are while nothing they were made from has changed, else made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import flow, session
from purposelint.domain.catalog import Catalog
from purposelint.domain.flows import Flows, Focus
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings
from purposelint.domain.verdict import Verdict
from purposelint.keeping import FOLDER

_CODE = "import logging\nlog = logging.getLogger()\ndef run(user):\n    log.info(user.email)\n"
_POLICY = """
[policy]
id = "small"
version = "1"
title = "Small"
default = "deny"
[purposes.support]
title = "Support"
clause = "1"
[[permit]]
elements = ["identity.email"]
purposes = ["support"]
clause = "1"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(_CODE)
    (tmp_path / "policy.toml").write_text(_POLICY)
    (tmp_path / "purposelint.toml").write_text('policy = "policy.toml"\n')
    return tmp_path


@pytest.fixture
def traces(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each analysis."""
    made: list[str] = []

    def noted(program: Program, sightings: Sightings, catalog: Catalog, focus: Focus | None = None) -> Flows:
        made.append("traced")
        return flow.trace(program, sightings, catalog, focus)

    monkeypatch.setattr("purposelint.remembering.flows.trace", noted)
    return made


def _check(project: Path, **overrides: object) -> Verdict:
    return session.check(session.settings_for([project], None, overrides))


def _kept(project: Path) -> list[Path]:
    return sorted((project / FOLDER).glob("flows-*.bin"))


def test_an_unchanged_program_is_not_followed_again(project: Path, traces: list[str]) -> None:
    first, second = _check(project), _check(project)
    assert traces == ["traced"]
    assert [one.message for one in first.findings] == [one.message for one in second.findings] != []
    assert first.findings == second.findings
    assert first.counts == second.counts


def test_a_policy_waits_for_the_judge_alone(project: Path, traces: list[str]) -> None:
    (before,) = _check(project).findings
    policy = project / "policy.toml"
    policy.write_text(_POLICY.replace("support", "advice"))
    (after,) = _check(project).findings
    assert traces == ["traced"]
    assert ("support" in before.message, "advice" in after.message) == (True, True)


@pytest.mark.parametrize("change", ["content", "name", "rules"])
def test_what_changes_flows_has_them_followed_anew(project: Path, traces: list[str], change: str) -> None:
    _check(project)
    if change == "content":
        (project / "app.py").write_text(_CODE.replace("user.email", "user.pk"))
    elif change == "name":
        (project / "app.py").rename(project / "other.py")
    else:
        (project / "rules" / "libraries").mkdir(parents=True)
        (project / "rules" / "libraries" / "own.toml").write_text('title = "own"\n')
        (project / "purposelint.toml").write_text('policy = "policy.toml"\nextend-rules = ["rules"]\n')
    after = _check(project)
    assert traces == ["traced", "traced"]
    assert len(after.findings) == (0 if change == "content" else 1)


@pytest.mark.parametrize("left", [b"", b"no result", b"purposelint cache 1\n\0\0\0\0\x81", "cut"])
def test_a_broken_result_is_made_anew(project: Path, traces: list[str], left: bytes | str) -> None:
    expected = _check(project).findings
    (file,) = _kept(project)
    whole = file.read_bytes()
    file.write_bytes(left if isinstance(left, bytes) else whole[:-1])
    for verdict in (project / FOLDER).glob("verdict-*.bin"):
        verdict.unlink()
    assert _check(project).findings == expected
    assert traces == ["traced", "traced"]
    assert file.read_bytes() == whole


def test_nothing_is_kept_unless_asked(project: Path, traces: list[str]) -> None:
    for _ in range(2):
        session.check(session.settings_for([project], None, {"cache": False}))
    assert traces == ["traced", "traced"]
    assert not _kept(project)


def test_few_results_are_kept(project: Path, traces: list[str]) -> None:
    for number in range(7):
        (project / "app.py").write_text(f"{_CODE}x = {number}\n")
        _check(project)
    assert len(traces) == 7
    assert len(_kept(project)) == 4
