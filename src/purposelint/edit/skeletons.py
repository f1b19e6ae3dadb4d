"""Declarations whose purpose somebody has yet to fill in: `# purpose: identity.email for TODO`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from purposelint.domain.mended import TODO, Stated
from purposelint.edit.splicing import code_of
from purposelint.edit.statements import Spot
from purposelint.edit.text import Text

_SKELETON = re.compile(rf"#[ \t]*purpose[ \t]*:[ \t]*(?P<elements>[^#\r\n]*?)[ \t]+for[ \t]+{TODO}\b")


class Skeleton(NamedTuple):
    """A skeleton that a file has: its line, columns (1-based, end exclusive) and elements."""

    line: int
    start: int
    end: int
    elements: tuple[str, ...]


def skeletons_at(text: Text, spot: Spot) -> Iterator[Skeleton]:
    """Skeletons behind a statement, and in the comments right above it."""
    for line in comment_lines(text, spot):
        yield from _on(text, line)


def comment_lines(text: Text, spot: Spot) -> Iterator[int]:
    """Lines on which comments of a statement stand: its last one, and those right above it."""
    if spot.behind:
        yield spot.last
    line = spot.first - 1
    while spot.above and line > 0 and text.lines[line - 1].lstrip().startswith("#"):
        yield line
        line -= 1


def filled(skeleton: Skeleton, stated: Stated, *, short: bool) -> str:
    """The skeleton's text with the purpose for those of its elements that are stated; '' where it has none.

    It is `short` where it may speak of whatever its statement uses.
    """
    here = tuple(name for name in skeleton.elements if name in stated.elements)
    if not here:
        return ""
    rest = tuple(name for name in skeleton.elements if name not in here)
    names = () if short and not rest else here
    parts = [comment_of(Stated(names, stated.purposes, stated.because))]
    if rest:
        parts.append(comment_of(Stated(rest, ())))
    return "  ".join(parts)


def comment_of(stated: Stated) -> str:
    """A declaration as a comment; a skeleton where no purpose is stated."""
    elements = f"{', '.join(stated.elements)} for " if stated.elements else ""
    because = f" because {stated.because}" if stated.because else ""
    return f"# purpose: {elements}{', '.join(stated.purposes) or TODO}{because}"


def without(stated: Stated, elements: Iterable[str]) -> Stated | None:
    """What is stated but for some elements; None where nothing is left of it."""
    gone = set(elements)
    left = tuple(name for name in stated.elements if name not in gone)
    return Stated(left, stated.purposes, stated.because) if left else None


def _on(text: Text, line: int) -> Iterator[Skeleton]:
    for found in _SKELETON.finditer(code_of(text, line)):
        names = tuple(name.strip() for name in found["elements"].split(","))
        yield Skeleton(line, found.start() + 1, found.end() + 1, names)
