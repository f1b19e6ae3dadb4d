"""Edits as a unified diff that `patch` and `git apply` take."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterable, Iterator
from difflib import unified_diff

from purposelint.domain.mended import Edit
from purposelint.report.escaping import visible
from purposelint.report.look import Line, Look, paint

_NO_NEWLINE = "\\ No newline at end of file"
_STYLES = (("---", "code"), ("+++", "code"), ("@@", "note"), ("+", "good"), ("-", "error"))


def unified(edits: Iterable[Edit], look: Look) -> str:
    """The diff of all edits, in order of path; on a terminal in colours, and nothing in it is obeyed."""
    rows = [row for edit in edits for row in _rows(edit)]
    if not look.colour:
        return "".join(rows)
    return paint((_painted(row.rstrip("\r\n")) for row in rows), look)


def _rows(edit: Edit) -> Iterator[str]:
    before, after = _lines(edit.before), _lines(edit.after)
    for row in unified_diff(before, after, f"a/{edit.path}", f"b/{edit.path}"):
        yield row if row.endswith("\n") else f"{row}\n{_NO_NEWLINE}\n"


def _lines(data: bytes) -> list[str]:
    """A file's lines as diffs count them, with their ends."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return [f"{line}\n" for line in data.decode(encoding).split("\n")[:-1]] + _rest(data, encoding)


def _rest(data: bytes, encoding: str) -> list[str]:
    """What stands behind the last newline."""
    last = data.decode(encoding).rpartition("\n")[2]
    return [last] if last else []


def _painted(row: str) -> Line:
    style = next((style for start, style in _STYLES if row.startswith(start)), "")
    return [(visible(row), style)]
