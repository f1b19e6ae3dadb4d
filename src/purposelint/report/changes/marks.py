"""How each form of the privacy diff writes words of the code, places and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from purposelint.domain.links import Links
from purposelint.report.escaping import shorten, visible
from purposelint.report.markdown import inline, leading, plain, told

PLACES = 3
ELEMENTS = 8
"""Places and elements that a row names; the rest is counted."""

_NAME = 160
_SENTENCE = 400
"""Characters of a name, and of a sentence, that are shown."""


class Marks(NamedTuple):
    """How one form writes words of the code, places, plain words, sentences, what matters, and rows."""

    code: Callable[[str], str]
    place: Callable[[str, int], str]
    plain: Callable[[str], str]
    sentence: Callable[[str], str]
    strong: Callable[[str], str]
    title: str
    heading: str
    row: str


def _cut(text: str) -> str:
    return shorten(visible(text), _NAME)


def _told(path: str, line: int) -> str:
    return f"{path}:{line}" if line else path


def _coded(path: str, line: int) -> str:
    return inline(_cut(_told(path, line)))


MARKDOWN = Marks(
    lambda text: inline(_cut(text)),
    _coded,
    lambda text: plain(_cut(text)),
    lambda text: told(shorten(visible(text), _SENTENCE)),
    lambda text: f"**{text}**",
    "### {}",
    "\n**{}**\n",
    "- {}",
)
TEXT = Marks(
    _cut,
    lambda path, line: _cut(_told(path, line)),
    _cut,
    lambda text: shorten(visible(text), _SENTENCE),
    lambda text: text,
    "{}",
    "\n{}",
    "  {}",
)


def leading_to(links: Links | None) -> Marks:
    """Marks of Markdown whose places lead to a code host, where one is known."""
    return MARKDOWN if links is None else MARKDOWN._replace(place=partial(_leading, links))


def _leading(links: Links, path: str, line: int) -> str:
    return leading(_coded(path, line), links.to(path, line))


def of_base(marks: Marks) -> Marks:
    """The same for places of the base, to which no link leads."""
    return marks._replace(place=(TEXT if marks.title == TEXT.title else MARKDOWN).place)


def some(words: Sequence[str], most: int, between: str = ", ") -> str:
    """The first of some words; how many more there are is counted."""
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return between.join(words[:most]) + more


def places(found: Iterable[str], marks: Marks) -> str:
    """The first of some places, each given as `path:line`."""
    parted = (one.rpartition(":") for one in dict.fromkeys(found))
    return some([marks.place(path, int(line or 0)) for path, _, line in parted], PLACES)
