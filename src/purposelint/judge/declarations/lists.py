"""The lists of a purpose declaration: `[elements for] purposes [to recipients] [because words]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from purposelint.judge.codes import UNKNOWN_WORD, UNREADABLE_DECLARATION
from purposelint.judge.declarations.directives import Defect
from purposelint.judge.declarations.words import Words, nearest

_SPACES = re.compile(r"[\s,]+")
_KEYWORD = {word: re.compile(rf"(?<!\S){word}(?!\S)") for word in ("for", "to", "because")}
_TOO_MANY = 40
"""Items of a list that are looked at; beyond that a comment was not written as a declaration."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The four parts of a declaration as written, and what keeps them from being read."""

    elements: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    because: str = ""
    defects: tuple[Defect, ...] = ()

    @property
    def all_words(self) -> Iterator[str]:
        """Single words of all lists, the punctuation of sentences taken off."""
        for item in (*self.elements, *self.purposes, *self.recipients):
            for word in _SPACES.split(item):
                yield word.strip(".;:!?()'\"`")

    @property
    def whole_items(self) -> Iterator[str]:
        """Items that may be one word, or one word written as several (`order processing`)."""
        for item in (*self.elements, *self.purposes, *self.recipients)[:_TOO_MANY]:
            parts = item.split()
            if 0 < len(parts) <= 3:
                yield "_".join(parts)


def read_lists(body: str) -> Lists:
    """Take a declaration's text apart at its keywords; every fault is kept as a defect."""
    defects: list[Defect] = []
    rest, because = _cut(body, "because")
    rest, recipients = _cut(rest, "to")
    first, after = _cut(rest, "for")
    elements, purposes = (None, first) if after is None else (first, after)
    if because == "":
        defects.append(_fault("nothing follows `because`", body.removesuffix("because").strip()))
    return Lists(
        elements=_items(elements, "an element before `for`", defects),
        purposes=_items(purposes, "a purpose", defects),
        recipients=_items(recipients, "a recipient after `to`", defects),
        because=because or "",
        defects=tuple(defects),
    )


def _cut(text: str, keyword: str) -> tuple[str, str | None]:
    found = _KEYWORD[keyword].search(text)
    if found is None:
        return text.strip(), None
    return text[: found.start()].strip(), text[found.end() :].strip()


def _items(text: str | None, what: str, defects: list[Defect]) -> tuple[str, ...]:
    if text is None:
        return ()
    items = tuple(item.strip() for item in text.removesuffix(",").split(","))
    if not all(items):
        defects.append(_fault(f"{what} is missing", "purpose"))
    for item in items[:_TOO_MANY]:
        first, space, others = item.partition(" ")
        if space:
            message = f"`{item[:80]}` is not one word; explanations follow `because`"
            defects.append(_fault(message, f"{first} because {others.strip()[:200]}"))
            break
    return tuple(item for item in items if item)


def _fault(message: str, remedy: str) -> Defect:
    return Defect(UNREADABLE_DECLARATION.code, message, f"# purpose: {remedy}")


def unknown_words(lists: Lists, words: Words) -> tuple[Defect, ...]:
    """A defect for each word that is not known where it stands, with what was probably meant."""
    defects = [
        not_known(name, "element", words.element_of_tail(name) or nearest(name, words.elements))
        for name in lists.elements[:_TOO_MANY]
        if name not in words.elements
    ]
    for name in lists.purposes[:_TOO_MANY]:
        if name in words.undeclarable:
            message = f"`{name}` is not a purpose that code can declare"
            defects.append(Defect(UNKNOWN_WORD.code, message))
        elif name not in words.purposes:
            defects.append(not_known(name, "purpose", nearest(name, words.purposes)))
    defects += [
        not_known(name, "recipient", nearest(name, words.recipients))
        for name in lists.recipients[:_TOO_MANY]
        if name not in words.recipients
    ]
    return tuple(defects)


def not_known(word: str, kind: str, meant: str) -> Defect:
    """PUR401 for a word; `meant` is '' where nothing known is near it."""
    hint = f"; did you mean `{meant}`?" if meant else ""
    message = f"`{word[:80]}` is no {kind} that is known here{hint}"
    return Defect(UNKNOWN_WORD.code, message, meant, word)
