"""Markdown from text that others wrote: a cell, a table, words as code, nothing in them read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from purposelint.report.escaping import visible

_MARKUP = re.compile(r"([\\`*_\[\]<>&|~#!])")
_TICKS = re.compile(r"`+")


def plain(text: str) -> str:
    """Text that shows as it is: every character that could begin markup is escaped."""
    return _MARKUP.sub(r"\\\1", visible(" ".join(text.split())))


def code(text: str) -> str:
    """Text as code, also in a table; '' for none."""
    shown = visible(text)
    if not shown:
        return ""
    fence = "`" * (max((len(ticks) for ticks in _TICKS.findall(shown)), default=0) + 1)
    padded = f" {shown} " if "`" in shown else shown
    return f"{fence}{padded}{fence}".replace("|", "\\|")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
