"""Where something stands in a file.

Inside facts a point is one packed int, because a service has hundreds of thousands of them;
everything that leaves the analysis uses `Span`.
"""

from __future__ import annotations

import msgspec

_COLUMNS = 4096
"""Columns a packed point can tell apart; a later column is clamped to the last."""


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A stretch of source: 1-based lines and columns, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(msgspec.Struct, frozen=True, order=True):
    """A span of one file, inside the function or class `symbol` (a module's name at top level)."""

    path: str
    span: Span
    symbol: str = ""


def pack(line: int, column: int) -> int:
    """Pack a 1-based line and 1-based column into one int that sorts like the pair."""
    return line * _COLUMNS + min(column, _COLUMNS - 1)


def line_of(point: int) -> int:
    """Line of a packed point."""
    return point // _COLUMNS


def column_of(point: int) -> int:
    """Column of a packed point."""
    return point % _COLUMNS


def span_between(start: int, end: int) -> Span:
    """Span between two packed points, the end exclusive."""
    return Span(line_of(start), column_of(start), line_of(end), column_of(end))


def encloses(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies within `outer`, borders included."""
    return (outer.line, outer.column) <= (inner.line, inner.column) and (
        inner.end_line,
        inner.end_column,
    ) <= (outer.end_line, outer.end_column)
