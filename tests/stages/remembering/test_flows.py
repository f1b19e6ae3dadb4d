"""Flows that were kept: taken as they are while nothing they were made from has changed, else made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session
from purposelint.domain.flows import Focus
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


def _check(project: Path, **overrides: object) -> Verdict:
    return session.check(session.settings_for([project], None, overrides))


def _kept(project: Path) -> list[Path]:
    return sorted((project / FOLDER).glob("flows-*.bin"))


def test_an_unchanged_program_is_not_followed_again(project: Path, traces: list[Focus | None]) -> None:
    first, second = _check(project), _check(project)
    assert traces == [None]
    assert [one.message for one in first.findings] == [one.message for one in second.findings] != []
    assert first.findings == second.findings
    assert first.counts == second.counts


def test_a_policy_waits_for_the_judge_alone(project: Path, traces: list[Focus | None]) -> None:
    (before,) = _check(project).findings
    policy = project / "policy.toml"
    policy.write_text(_POLICY.replace("support", "advice"))
    (after,) = _check(project).findings
    assert traces == [None]
    assert ("support" in before.message, "advice" in after.message) == (True, True)


@pytest.mark.parametrize("change", ["content", "name", "rules"])
def test_what_changes_flows_has_them_followed_anew(
    project: Path, traces: list[Focus | None], change: str
) -> None:
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
    assert traces == [None, None]
    assert len(after.findings) == (0 if change == "content" else 1)


@pytest.mark.parametrize("left", [b"", b"no result", b"purposelint cache 1\n\0\0\0\0\x81", "cut"])
def test_a_broken_result_is_made_anew(project: Path, traces: list[Focus | None], left: bytes | str) -> None:
    expected = _check(project).findings
    (file,) = _kept(project)
    whole = file.read_bytes()
    file.write_bytes(left if isinstance(left, bytes) else whole[:-1])
    for verdict in (project / FOLDER).glob("verdict-*.bin"):
        verdict.unlink()
    assert _check(project).findings == expected
    assert traces == [None, None]
    assert file.read_bytes() == whole


def test_nothing_is_kept_unless_asked(project: Path, traces: list[Focus | None]) -> None:
    for _ in range(2):
        session.check(session.settings_for([project], None, {"cache": False}))
    assert traces == [None, None]
    assert not _kept(project)


def test_few_results_are_kept(project: Path, traces: list[Focus | None]) -> None:
    for number in range(7):
        (project / "app.py").write_text(f"{_CODE}x = {number}\n")
        _check(project)
    assert len(traces) == 7
    assert len(_kept(project)) == 4
