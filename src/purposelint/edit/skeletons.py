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


def filled(skeleton: Skeleton, stated: Stated, *, short: bool) -> tuple[Stated, ...]:
    """The skeleton with the purpose for those of its elements that are stated, and what is left of it.

    Nothing where it has none of them. It is `short` where it may speak of whatever its statement uses.
    """
    here = tuple(name for name in skeleton.elements if name in stated.elements)
    if not here:
        return ()
    rest = tuple(name for name in skeleton.elements if name not in here)
    names = () if short and not rest else here
    made = Stated(names, stated.purposes, stated.because)
    return (made, Stated(rest, ())) if rest else (made,)


def comment_of(stated: Stated) -> str:
    """A declaration as a comment; a skeleton where no purpose is stated."""
    elements = f"{', '.join(stated.elements)} for " if stated.elements else ""
    because = f" because {stated.because}" if stated.because else ""
    return f"# purpose: {elements}{', '.join(stated.purposes) or TODO}{because}"


def comments_of(stated: Stated, room: int) -> Iterator[str]:
    """A declaration as comments of at most `room` characters, as far as one of one element is no longer.

    A formatter wraps no comment; each is for some of the elements, and all say the same of theirs.
    """
    names: list[str] = []
    for name in stated.elements:
        more = Stated((*names, name), stated.purposes, stated.because)
        if names and len(comment_of(more)) > room:
            yield comment_of(Stated(tuple(names), stated.purposes, stated.because))
            names = []
        names.append(name)
    yield comment_of(Stated(tuple(names), stated.purposes, stated.because))


def without(stated: Stated, elements: Iterable[str]) -> Stated | None:
    """What is stated but for some elements; None where nothing is left of it."""
    gone = set(elements)
    left = tuple(name for name in stated.elements if name not in gone)
    return Stated(left, stated.purposes, stated.because) if left else None


def _on(text: Text, line: int) -> Iterator[Skeleton]:
    for found in _SKELETON.finditer(code_of(text, line)):
        names = tuple(name.strip() for name in found["elements"].split(","))
        yield Skeleton(line, found.start() + 1, found.end() + 1, names)
