"""Changes to source files, asked for and made: what `declare` and `fix` speak of."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from purposelint.domain.place import Span
from purposelint.domain.verdict import Finding

TODO = "TODO"
"""Stands for the purpose in a skeleton. No policy has the word: PUR401 tells of it until it is replaced."""


class Stated(msgspec.Struct, frozen=True, order=True):
    """A declaration to write: its elements (empty for any), its purposes (empty: to be filled in), words."""

    elements: tuple[str, ...]
    purposes: tuple[str, ...]
    because: str = ""


class Wanted(msgspec.Struct, frozen=True):
    """A finding's place that wants a declaration of an element; `purposes` is empty for a skeleton."""

    span: Span
    element: str
    purposes: tuple[str, ...]
    because: str = ""


class Reworded(msgspec.Struct, frozen=True):
    """Other words for a stretch of a comment; '' takes it out, with what held it."""

    span: Span
    text: str


class Changed(msgspec.Struct, frozen=True):
    """A change that was made: the line it concerns as it was counted before, and what stands there now.

    `spans` are the places of the wishes that it fulfils, `last` is the last line of what they stand in.
    """

    path: str
    line: int
    text: str
    last: int = 0
    elements: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    before: str = ""


class Left(msgspec.Struct, frozen=True):
    """What was not changed, and why."""

    path: str
    line: int
    why: str
    what: str = ""


Shift: TypeAlias = tuple[int, int]
"""From which line on, as counted before, lines stand how many lines further down."""


class Edit(msgspec.Struct, frozen=True):
    """A file's bytes before and after, and what that does to the numbers of its lines."""

    path: str
    before: bytes
    after: bytes
    shifts: tuple[Shift, ...] = ()

    def moved(self, line: int) -> int:
        """Where a line of before stands after."""
        return line + sum(by for start, by in self.shifts if line >= start)


class Rewritten(msgspec.Struct, frozen=True):
    """What became of one file (the same bytes where nothing was changed), and an account of it."""

    edit: Edit
    changed: tuple[Changed, ...] = ()
    left: tuple[Left, ...] = ()


class Mended(msgspec.Struct, frozen=True):
    """What a command would write: edits by path, an account of them, and findings that they bring.

    `idle` are places that were asked for where nothing is to be done.
    """

    edits: tuple[Edit, ...]
    changed: tuple[Changed, ...]
    left: tuple[Left, ...]
    arisen: tuple[Finding, ...] = ()
    idle: tuple[tuple[str, int], ...] = ()
    gone: int = 0
    """Open findings that the edits end."""
    beyond: tuple[tuple[str, int], ...] = ()
    """Those of them that nobody asked for, and files that hold them: how many each, by path."""
