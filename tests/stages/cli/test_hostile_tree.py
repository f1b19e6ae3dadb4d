"""Everything a file system can hold against a linter: each thing its own line, the good file its finding."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from purposelint import analysis
from purposelint.cli.app import app
from purposelint.domain.facts import SourceFile
from purposelint.host import mapping, reading
from purposelint.host.tasks import Done, Work, do
from purposelint.link import link

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such files")

GOOD = 'import logging\n\n\ndef f(user):\n    logging.info("%s", user.email)\n'
LONG = "a" * 247 + ".py"

READ: dict[str, tuple[bytes, int]] = {
    "good.py": (GOOD.encode(), 5),
    "bom.py": (b"\xef\xbb\xbf" + GOOD.encode(), 5),
    "latin.py": (b"# coding: latin-1\n# \xe9\n" + GOOD.encode(), 7),
    "returns.py": (GOOD.replace("\n", "\r").encode(), 5),
    "mixed_ends.py": (GOOD.replace("\n", "\r\n", 2).encode(), 5),
    "form_feeds.py": (GOOD.replace("\n\n\n", "\n\x0c\n\x0c").encode(), 4),
    "no_last_line_end.py": (GOOD.rstrip().encode(), 5),
    "separators.py": (GOOD.replace("%s", "\u2028\u0085%s").encode(), 5),
    "new\nline.py": (GOOD.encode(), 5),
    "\x1b[2J.py": (GOOD.encode(), 5),
    LONG: (GOOD.encode(), 5),
    "folder.py/inner.py": (GOOD.encode(), 5),
    "empty.py": (b"", 0),
    "blanks.py": (b"  \n\t\n", 0),
    "notebook_as_text.py": (b'{"cells": [{"source": ["1"]}], "metadata": {}}\n', 0),
}
"""Files that are read, with the line of their finding (0: none)."""

REFUSED: dict[str, tuple[bytes, str, int]] = {
    "wrong_cookie.py": (
        b"# coding: klingon\nx = 1\n",
        "its encoding is not known (unknown encoding: klingon)",
        1,
    ),
    "two_encodings.py": (
        b"\xef\xbb\xbf# coding: latin-1\n",
        "its encoding is not known (encoding problem: utf-8)",
        1,
    ),
    "no_text_codec.py": (b"# coding: hex\nx = 1\n", "it is not hex text", 0),
    "not_ascii.py": (b"# coding: ascii\n# \xe9\n", "it is not ascii text (ordinal not in range(128))", 2),
    "utf16.py": (
        GOOD.encode("utf-16"),
        "its encoding is not known (invalid or missing encoding declaration)",
        1,
    ),
    "nul.py": (GOOD.encode() + b"\0", "it contains a NUL byte", 6),
    "python2.py": (b"x = 1\nprint 'x'\n", "a syntax error", 2),
    "notebook.py": (b"%matplotlib inline\nimport x\n", "a syntax error", 2),
    "merge.py": (b"<<<<<<< HEAD\nx = 1\n", "a syntax error", 2),
    "sum.py": (
        b"x = " + b"+".join([b"a"] * 20_000),
        "an expression is a chain of more than 1000 operands, attributes or calls (limits.chain)",
        1,
    ),
    "attributes.py": (
        b"x = a" + b".b" * 50_000,
        "an expression is a chain of more than 1000 operands, attributes or calls (limits.chain)",
        1,
    ),
    "nested.py": (
        b"x = " + b"(" * 4_000 + b")" * 4_000,
        "more than 100 brackets stand one inside the other (limits.nesting)",
        1,
    ),
    "unclosed.py": (b"x = " + b"(" * 2_000, "the bracket ( is never closed", 1),
    "items.py": (
        b"x = [" + b"1," * 400_001 + b"]\n",
        "it is too large to analyse: more than 400,000 words and lines (limits.file-words)",
        0,
    ),
    "many_items.py": (
        b"x = [" + b"1," * 2_000_000 + b"]\n",
        "it is too large to analyse: more than 400,000 words and lines (limits.file-words)",
        0,
    ),
}
"""Files that are not analysed, with why and on which line."""

NO_FILES = {"pipe.py", "socket.py"}


def _plant(root: Path) -> None:
    contents = {name: data for name, (data, _) in READ.items()}
    contents |= {name: data for name, (data, _, _) in REFUSED.items()}
    for name, data in contents.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)
    with (root / "huge.py").open("wb") as file:
        file.truncate(100 * 2**20)
    os.mkfifo(root / "pipe.py")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.py")
    (root / "loop").mkdir()
    (root / "loop" / "up").symlink_to(root)
    (root / "loop" / "self.py").symlink_to("self.py")
    (root / "outside.py").symlink_to("/etc/passwd")
    (root / "outside").symlink_to("/etc")
    Path(os.fsdecode(os.fsencode(root) + b"/bad\xff.py")).write_text(GOOD, encoding="utf-8")
    (root / "closed").mkdir()
    (root / "closed" / "x.py").write_text(GOOD, encoding="utf-8")
    (root / "secret.py").write_text(GOOD, encoding="utf-8")


def _lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `secret.py` and `closed` unreadable also to root, whom no mode of a file stops."""
    opened, scanned = os.open, os.scandir

    def open_(path: Any, *rest: Any, **named: Any) -> int:  # noqa: ANN401 - as os.open
        if Path(os.fsdecode(path)).name == "secret.py":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, *rest, **named)

    def scan(path: Any) -> Any:  # noqa: ANN401 - as os.scandir
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return scanned(path)

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "scandir", scan)


def _checked(*arguments: str) -> tuple[int, dict[str, Any]]:
    result = CliRunner().invoke(app, ["check", "--output-format", "json", *arguments])
    document = json.loads(result.stdout)
    assert isinstance(document, dict)
    return result.exit_code, document


@pytest.mark.parametrize("workers", ["1", "2"])
def test_each_file_has_its_message_and_the_good_one_its_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: str
) -> None:
    monkeypatch.chdir(tmp_path)
    _plant(tmp_path)
    _lock(monkeypatch)
    code, document = _checked("--no-cache", "--workers", workers)
    assert code == 3
    found = {(one["path"], one["line"]) for one in document["findings"]}
    assert found == {(name, line) for name, (_, line) in READ.items() if line}
    told = {one["path"]: (one["message"], one["line"]) for one in document["problems"]}
    assert {one["code"] for one in document["problems"]} == {"PUR901"}
    expected = {name: (reason, line) for name, (_, reason, line) in REFUSED.items()}
    expected |= dict.fromkeys(NO_FILES, ("is not a regular file", 0))
    expected["huge.py"] = (
        "is too large to analyse: 104,857,600 bytes, at most 8,000,000 are read (limits.file-bytes)",
        0,
    )
    expected["bad\\xff.py"] = ("has a name that is not UTF-8 text", 0)
    expected["secret.py"] = ("cannot be read: Permission denied", 0)
    expected["closed"] = ("cannot be listed: Permission denied", 0)
    assert told == expected
    assert document["files"]["analysed"] == len(READ)


def test_a_file_that_changes_while_it_is_read_is_read_whole_and_not_kept_wrongly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look into the cache and the parser the file is written anew; the next run knows that."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.py").write_text(GOOD, encoding="utf-8")
    (tmp_path / "moving.py").write_text("x = 1\n", encoding="utf-8")

    def change(work: Work, root: Path, path: str, largest: int) -> Done:
        if path == "moving.py":
            (tmp_path / path).write_text("\n" + GOOD, encoding="utf-8")
        return do(work, root, path, largest)

    with monkeypatch.context() as patched:
        patched.setattr(mapping, "do", change)
        first = _checked()
    assert [(one["path"], one["line"]) for one in first[1]["findings"]] == [("good.py", 5), ("moving.py", 6)]
    assert _checked() == first
    (tmp_path / "moving.py").write_text("x = 1\n", encoding="utf-8")
    assert [one["path"] for one in _checked()[1]["findings"]] == ["good.py"]


@pytest.mark.parametrize("left", [None, b"", b"x = 1\n", b"\xff\xfe" * 9, b"\n" * 5 + b"\x1b[2J\n", "link"])
def test_a_file_that_is_another_one_when_excerpts_are_taken_keeps_its_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: bytes | str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "good.py"
    file.write_text(GOOD, encoding="utf-8")

    def change(facts: Any) -> Any:  # noqa: ANN401 - as link
        file.unlink()
        if isinstance(left, bytes):
            file.write_bytes(left)
        elif left:
            file.symlink_to("/etc/passwd")
        return link(facts)

    monkeypatch.setattr(analysis, "link", change)
    result = CliRunner().invoke(app, ["check"])
    assert result.exit_code == 1, result.output
    assert "good.py:5:5: PUR101" in result.stdout
    assert "\x1b" not in result.stdout
    assert "root:" not in result.stdout


def test_a_file_that_grows_while_it_is_read_is_cut_at_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "log.py").write_bytes(b"#" * 50)
    assert isinstance(reading.read(tmp_path, "log.py"), SourceFile)
    status = os.stat_result((0o100644, *[0] * 9))
    monkeypatch.setattr(os, "fstat", lambda _: status)
    told = reading.read(tmp_path, "log.py", 40)
    reason = "is too large to analyse: 41 bytes, at most 40 are read (limits.file-bytes)"
    assert getattr(told, "reason", "") == reason
