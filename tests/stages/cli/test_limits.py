"""What a limit refuses is read as soon as the limit allows it, and the other way round, over one cache."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint import analysis
from purposelint.cli.app import app
from purposelint.domain.facts import FileFacts, SourceFile, Unreadable

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


def _from_frame(depth: int, source: SourceFile) -> FileFacts | Unreadable:
    return _from_frame(depth - 1, source) if depth else analysis.extract(source)


def test_how_deep_a_file_may_nest_does_not_depend_on_the_caller() -> None:
    told = []
    frames = sys.getrecursionlimit()
    for links in range(600, 1000, 20):
        source = SourceFile("x.py", f"x = a{'.b' * links}\n".encode())
        told.append([isinstance(_from_frame(depth, source), FileFacts) for depth in (0, 300, 600)])
    assert all(len(set(each)) == 1 for each in told), told
    assert sys.getrecursionlimit() == frames


def _run_from_frame(depth: int) -> tuple[int, list[str], list[int]]:
    return _run_from_frame(depth - 1) if depth else _run("--no-cache")


def test_a_run_ends_alike_for_any_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.py").write_text(LOG, encoding="utf-8")
    for links in (500, 700, 800, 850, 900):
        (tmp_path / f"m{links}.py").write_text(f"x = a{'.b' * links}\n", encoding="utf-8")
    (tmp_path / "blocks.py").write_text(
        "".join(" " * level + "if a:\n" for level in range(98))
        + " " * 98
        + "x = "
        + "[lambda: " * 70
        + "]" * 70
    )
    first = _run_from_frame(0)
    assert first[2] == [5]
    assert _run_from_frame(300) == first
