"""Text from scanned code, made safe to show: one line, nothing that a terminal obeys, cut to fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

_TAB = "    "
_CUT = "…"
_WINDOW = 4000
"""Code points of a line that are looked at; minified files have lines of megabytes."""


_COMMAND = re.compile(r"#(?=#(?:\[|[A-Za-z]+\[))")
"""What begins a command to a build server wherever it stands in a log: `##[group]`, `##vso[...]`."""

_LEADING = re.compile(r"(\s*):(?=:)")
"""What begins a command to a build server at the start of a line: `::error::`."""


def visible(text: str) -> str:
    r"""Write every character that is not plainly printable as an escape: `\x1b`, `\n`, `\u202e`.

    The same is done to the first character of what a build server would obey in its log.
    """
    shown = text if text.isprintable() else "".join(_glyph(char) for char in text)
    return _COMMAND.sub(r"\\x23", shown) if "##" in shown else shown


def obeyed_by_none(line: str) -> str:
    """A line of output that no build server takes for a command; only its very start can be one."""
    return _LEADING.sub(r"\1\\x3a", line, count=1) if _LEADING.match(line) else line


def well_formed(text: str) -> str:
    """Replace lone surrogates (undecodable file names, odd literals) by visible escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def cells(text: str) -> int:
    """Terminal cells that a text takes: wide characters take two, combining ones none."""
    return len(text) if text.isascii() else sum(_char_cells(char) for char in text)


def shorten(text: str, width: int) -> str:
    """Cut at the end to at most `width` cells."""
    if cells(text) <= width:
        return text
    kept, used = [], 0
    for char in text:
        used += _char_cells(char)
        if used > width - 1:
            break
        kept.append(char)
    return "".join(kept) + _CUT


class Shown(NamedTuple):
    """A source line as shown, and where each asked-for column pair came to stand (0-based cells)."""

    text: str
    marks: tuple[tuple[int, int], ...]


def fit(line: str, marks: Sequence[tuple[int, int]], width: int) -> Shown:
    """Make a source line fit `width` cells, cutting around the first mark.

    Marks are 1-based code point columns, end exclusive; one that was cut off entirely is (0, 0).
    """
    line = line.rstrip("\r\n")
    first = min((start for start, _ in marks), default=1) - 1
    skipped = max(0, first - _WINDOW // 2) if len(line) > _WINDOW else 0
    stretch = line[skipped : skipped + _WINDOW]
    glyphs = list(stretch)
    edges: Sequence[int] = range(len(stretch) + 1)  # of most lines each character takes one cell
    if not (stretch.isascii() and stretch.isprintable()) or "##" in stretch:
        glyphs = [_TAB if char == "\t" else _glyph(char) for char in stretch]
        for found in _COMMAND.finditer(line, skipped, skipped + len(glyphs)):
            glyphs[found.start() - skipped] = r"\x23"
        edges = [0, *accumulate(cells(glyph) for glyph in glyphs)]
    low, high = _window(edges, max(0, first - skipped), width)
    head = _CUT if low or skipped else ""
    tail = _CUT if high < len(glyphs) or skipped + _WINDOW < len(line) else ""
    placed = []
    for start, end in marks:
        at = min(max(start - 1 - skipped, low), high)
        to = min(max(end - 1 - skipped, at), high)
        shift = len(head) - edges[low]
        placed.append((edges[at] + shift, edges[to] + shift) if to > at else (0, 0))
    return Shown(head + "".join(glyphs[low:high]) + tail, tuple(placed))


def indentation(line: str) -> int:
    """Leading blanks of a line, in code points."""
    return len(line) - len(line.lstrip(" \t"))


def _window(edges: Sequence[int], first: int, width: int) -> tuple[int, int]:
    """Indices of the stretch to show: all when it fits, else `width` cells with the first mark in view."""
    last = len(edges) - 1
    if edges[last] <= width:
        return 0, last
    room = max(width - 2, 1)
    first = min(first, last)
    low = 0
    if edges[first] > room * 2 // 3:
        start = edges[first] - room // 3
        low = next(index for index, edge in enumerate(edges) if edge >= start)
    high = low
    while high < last and edges[high + 1] - edges[low] <= room:
        high += 1
    return low, high


def _glyph(char: str) -> str:
    if char.isprintable():
        return char
    return char.encode("unicode_escape").decode("ascii")


def _char_cells(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) == "Mn":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
