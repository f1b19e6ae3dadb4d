"""Paragraphs and labelled lists, wrapped to the reader's width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from purposelint.report.escaping import cells, visible
from purposelint.report.look import Line, Look, Piece


def wrapped(text: str, look: Look, indent: int = 0, hang: int | None = None) -> list[Line]:
    """A paragraph; `indent` is of its first line, `hang` of the others."""
    rows = textwrap.wrap(
        visible(text),
        max(min(look.width, 120), 40),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hang is None else hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [[(row, "")] for row in rows]


def beside(head: Sequence[Piece], text: str, look: Look) -> list[Line]:
    """Text after a head, its further rows set below its first; line breaks in the text are kept."""
    margin = sum(cells(piece) for piece, _ in head)
    if margin > look.width // 2 and cells(visible(text)) > look.width - margin:
        return _below(head, text, look, margin)
    rows: list[str] = []
    for row in text.split("\n"):
        # What is to be pasted keeps its blanks; only rows that do not fit are wrapped.
        fits = cells(visible(row)) <= look.width - margin
        rows += [visible(row)] if fits else _rows(row, max(look.width - margin, 40))
    first, *more = rows
    return [[*head, (first, "")], *([(" " * margin + row, "")] for row in more)]


def _below(head: Sequence[Piece], text: str, look: Look, margin: int) -> list[Line]:
    """Text after a head that leaves little room: its further rows begin where the head does."""
    lead = cells(head[0][0]) + 2
    rows = textwrap.wrap(
        " ".join(visible(text).split()),
        max(look.width, margin + 20),
        initial_indent=" " * margin,
        subsequent_indent=" " * lead,
        break_long_words=False,
        break_on_hyphens=False,
    )
    first, *more = rows
    return [[*head, (first[margin:], "")], *([(row, "")] for row in more)]


def _rows(text: str, width: int) -> list[str]:
    return textwrap.wrap(visible(text), width, break_long_words=False, break_on_hyphens=False) or [""]


def listing(label: str, values: Iterable[str], look: Look, wide: int) -> list[Line]:
    """`label  a, b, c` with the values wrapped beside their label."""
    margin = " " * (wide + 2)
    rows = textwrap.wrap(
        ", ".join(visible(value) for value in values),
        max(min(look.width, 110), 40),
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [margin]
    first = rows[0][len(margin) :]
    return [[(f"{label:<{wide}}  ", "faint"), (first, "")], *([(row, "")] for row in rows[1:])]


def table(rows: Sequence[tuple[str, ...]], look: Look, *, head: bool = True) -> list[Line]:
    """Columns as wide as their content, the last one wrapped; the first row is the heading."""
    cells = [tuple(visible(cell) for cell in row) for row in rows]
    if not cells:
        return []
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]) - 1)]
    margin = sum(widths) + 2 * len(widths)
    room = max(min(look.width, 130) - margin, 30)
    lines: list[Line] = []
    for number, row in enumerate(cells):
        style = "faint" if head and number == 0 else ""
        left = "".join(f"{cell:<{width}}  " for cell, width in zip(row, widths, strict=False))
        last = textwrap.wrap(row[-1], room, break_long_words=False, break_on_hyphens=False) or [""]
        lines.append([(left + last[0], style)])
        lines += [[(" " * margin + rest, style)] for rest in last[1:]]
    return lines
