"""What a limit refuses is read as soon as the limit allows it, and the other way round, over one cache."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint.cli.app import app

LOG = 'import logging\n\n\ndef f(user):\n    logging.info("%s", user.email)\n'
OVER: dict[str, tuple[str, str, int]] = {
    "nesting": ("x = " + "(" * 120 + "1" + ")" * 120 + "\n", "more than 100 brackets stand one inside", 150),
    "chain": ("x = " + " + ".join("a" * 1_500) + "\n", "an expression is a chain of more than 1000", 2000),
    "file-words": (
        "x = [\n" + "1,\n" * 1_000 + "]\n",
        "it is too large to analyse: more than 1,000 words",
        5000,
    ),
    "file-bytes": ("#" * 1_000 + "\n", "is too large to analyse: ", 5000),
}
"""Key -> a text beyond its limit, what is told of it, and a limit that it is not beyond."""

LOW = {"file-words": 1000, "file-bytes": 1000}
"""Limits below their defaults, which would need a large text."""


def _run(*arguments: str) -> tuple[int, list[str], list[int]]:
    result = CliRunner().invoke(app, ["check", "--output-format", "json", *arguments])
    assert result.stdout, result.output
    document = json.loads(result.stdout)
    told = [one["message"] for one in document["problems"]]
    return result.exit_code, told, [one["line"] for one in document["findings"]]


@pytest.mark.parametrize("key", OVER)
def test_a_changed_limit_is_in_force_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    text, reason, enough = OVER[key]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.py").write_text(LOG + text, encoding="utf-8")
    (tmp_path / "good.py").write_text("x = 1\n", encoding="utf-8")
    for allowed in (False, True, True, False):
        limit = enough if allowed else LOW.get(key)
        stated = f"[limits]\n{key} = {limit}\n" if limit else ""
        (tmp_path / "purposelint.toml").write_text(stated, encoding="utf-8")
        code, told, lines = _run()
        if allowed:
            assert (code, told, lines) == (1, [], [5])
        else:
            assert (code, lines) == (3, [])
            assert len(told) == 1
            assert told[0].startswith(reason)
            assert told[0].endswith(f"(limits.{key})")


def test_the_command_line_sets_the_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.py").write_text(LOG, encoding="utf-8")
    assert _run("--file-seconds", "5") == (1, [], [5])
    document = json.loads(
        CliRunner().invoke(app, ["check", "--output-format", "json", "--file-seconds", "5"]).stdout
    )
    assert document["run"]["options"]["limits"]["file-seconds"] == 5
    refused = CliRunner().invoke(app, ["check", "--file-seconds", "0"])
    assert refused.exit_code == 2
    assert "0 is not in the range 1<=x<=3600" in refused.output
