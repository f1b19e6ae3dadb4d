"""Each hostile thing alone beside a good file: exit code and message, which the manual explains."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint.cli.app import app
from stages.cli.test_hostile_tree import GOOD, READ, REFUSED, _lock
from support.places import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such files")

Plant = Callable[[Path], object]


def _device(root: Path) -> None:
    try:
        os.mknod(root / "device.py", stat.S_IFCHR | 0o600, os.makedev(1, 5))  # /dev/zero, which never ends
    except PermissionError:
        pytest.skip("root alone can make a device")


def _huge(root: Path) -> None:
    with (root / "huge.py").open("wb") as file:
        file.truncate(100 * 2**20)


def _loop(root: Path) -> None:
    (root / "loop").mkdir()
    (root / "loop" / "up").symlink_to(root)
    (root / "loop" / "self.py").symlink_to("self.py")


def _outside(root: Path) -> None:
    (root / "outside.py").symlink_to("/etc/passwd")
    (root / "outside").symlink_to("/etc")


def _closed(root: Path) -> None:
    (root / "closed").mkdir()
    (root / "closed" / "x.py").write_text(GOOD, encoding="utf-8")


def _text(name: str, text: str) -> Plant:
    return lambda root: (root / name).write_text(text, encoding="utf-8")


def _bytes(name: str, data: bytes) -> Plant:
    def plant(root: Path) -> None:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)

    return plant


def _no_text(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/bad\xff.py")).write_text(GOOD, encoding="utf-8")


CHAIN = "an expression is a chain of more than 1000 operands, attributes or calls (limits.chain)"
MOST = "at most 8,000,000 are read (limits.file-bytes)"
BEHIND = "more than 8 brackets stand in one another behind"

CASES: dict[str, tuple[Plant, str]] = {
    "links in a circle": (_loop, ""),
    "links out of the project": (_outside, ""),
    "a pipe": (lambda root: os.mkfifo(root / "pipe.py"), "pipe.py:1: is not a regular file"),
    "a device": (_device, "device.py:1: is not a regular file"),
    "a file that may not be read": (
        _text("secret.py", GOOD),
        "secret.py:1: cannot be read: Permission denied",
    ),
    "a folder that may not be listed": (_closed, "closed:1: cannot be listed: Permission denied"),
    "a name that is no text": (_no_text, "bad\\xff.py:1: has a name that is not UTF-8 text"),
    "100 MB": (
        _huge,
        f"huge.py:1: is too large to analyse: 104,857,600 bytes, {MOST}",
    ),
    "a pattern in brackets": (
        _text("m.py", "match a:\n case " + "[" * 50 + "b" + "]" * 50 + ":\n  pass\n"),
        f"m.py:2: {BEHIND} 'case'",
    ),
    "targets in brackets": (_text("m.py", "del " + "(" * 40 + "a" + ",)" * 40), f"m.py:1: {BEHIND} 'del'"),
    "branches": (
        _text("m.py", "if a: pass\n" + "elif a: pass\n" * 20_000),
        "m.py:1: there are more than 4000 elif branches",
    ),
    "blocks in blocks": (
        _text(
            "m.py",
            "".join(" " * level + "if a:\n" for level in range(500)) + " " * 500 + "f(g(" * 40 + "))" * 40,
        ),
        "m.py:1: a syntax error: too many indentation levels",
    ),
    "50,000 minuses": (_text("m.py", "x = " + "-" * 50_000 + "a"), f"m.py:1: {CHAIN}"),
    "f-strings in f-strings": (
        _text("m.py", "x = " + 'f"{' * 5_000 + "a" + '}"' * 5_000),
        "m.py:1: an f-string is nested too deeply",
    ),
    **{
        f"readable: {name!a}": (_bytes(name, data), "")
        for name, (data, _) in READ.items()
        if name != "good.py"
    },
    **{
        f"refused: {name}": (_bytes(name, data), f"{name}:{line or 1}: {reason}")
        for name, (data, reason, line) in REFUSED.items()
    },
}
"""What is put beside the good file, and what is told of it: '' where nothing is."""


def _run(arguments: list[str]) -> tuple[int, list[str]]:
    result = CliRunner().invoke(app, ["check", "--output-format", "concise", *arguments])
    return result.exit_code, result.stdout.splitlines()


@pytest.mark.parametrize("name", CASES)
def test_the_exit_code_and_the_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    plant, told = CASES[name]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.py").write_text(GOOD, encoding="utf-8")
    plant(tmp_path)
    _lock(monkeypatch)
    code, lines = _run([])
    assert [line for line in lines if line.startswith("good.py:5:5: PUR101")]
    problems = [
        line.replace(":1: PUR901 file-not-analysed [error] ", ": ") for line in lines if "PUR901" in line
    ]
    assert problems == ([told] if told else [])
    assert code == (3 if told else 1)
    assert all(line.isprintable() for line in lines)
    allowed, _ = _run(["--allow-unparsed"])
    assert allowed == 1


def _documented() -> list[re.Pattern[str]]:
    """The messages of the manual as expressions: `…` stands for anything."""
    page = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| (?!the message|---)(.*?) \|", page)
    assert len(rows) > 20
    return [re.compile(".*".join(map(re.escape, row.split("…")))) for row in rows]


@pytest.mark.parametrize("name", [name for name, (_, told) in CASES.items() if told])
def test_the_manual_says_what_to_do(name: str) -> None:
    message = re.sub(r"^[^:]*(:\d+)?: ", "", CASES[name][1])
    assert any(each.fullmatch(message) for each in _documented()), message
