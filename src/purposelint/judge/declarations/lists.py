"""The lists of a purpose declaration: `[elements for] purposes [to recipients] [because words]`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from purposelint.domain.mended import TODO
from purposelint.judge.codes import UNKNOWN_WORD, UNREADABLE_DECLARATION
from purposelint.judge.declarations.directives import Defect
from purposelint.judge.declarations.words import Words, closest, nearest

_SPACES = re.compile(r"[\s,]+")
_KEYWORD = {word: re.compile(rf"(?<!\S){word}(?!\S)") for word in ("for", "to", "because")}
_HEAD = re.compile(r"#[ \t]*purposes?(?:[ \t]+of[ \t]+this[ \t]+\w+)?[ \t]*[:=]", re.IGNORECASE)
_SHOWN = 5
_SKELETON = f"`{TODO}` stands where a purpose is yet to be said"
_LISTED = {
    "element": "`purposelint rules` lists elements",
    "purpose": "`purposelint policy show` lists purposes",
    "recipient": "`purposelint policy show` lists recipients",
    "code": "`purposelint explain PUR101` tells of one",
}
"""Where the words of each kind are listed."""
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


def purposes_in(comment: str) -> tuple[int, int]:
    """Where in a declaration's comment its list of purposes stands: offsets, without blanks around it."""
    head = _HEAD.search(comment)
    start, end = head.end() if head is not None else 0, len(comment)
    for word in ("because", "to"):
        found = _KEYWORD[word].search(comment, start, end)
        end = found.start() if found is not None else end
    found = _KEYWORD["for"].search(comment, start, end)
    start = found.end() if found is not None else start
    body = comment[start:end]
    return start + len(body) - len(body.lstrip()), start + len(body.rstrip())


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
            defects.append(Defect(UNKNOWN_WORD.code, message, help=f"write {_one_of(_declarable(words))}"))
        elif name not in words.purposes:
            defects.append(_no_purpose(name, words))
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
    told = "" if meant else f"write one that is known, or take the word out: {_LISTED[kind]}"
    return Defect(UNKNOWN_WORD.code, message, meant, word, told)


def _no_purpose(word: str, words: Words) -> Defect:
    """PUR401 for a purpose: one of another policy, one that is yet to be filled in, or none at all."""
    known = _declarable(words)
    if word == TODO:
        return Defect(UNKNOWN_WORD.code, _SKELETON, "", word, f"write {_one_of(known)} in place of `{TODO}`")
    if word not in words.foreign:
        found = not_known(word, "purpose", nearest(word, words.purposes))
        return found if found.remedy else msgspec.structs.replace(found, help=f"write {_one_of(known)}")
    policy = words.foreign[word]
    message = f"`{word}` is a purpose of the policy `{policy}` that ships, and none of the policy in force"
    near = [name for name in closest(word, known) if name in known]
    told = f"closest is {_some(near)}" if near else f"write {_one_of(known)}"
    help_ = f"{told}; or state it in the policy as [purposes.{word}], with who may use what for it"
    return Defect(UNKNOWN_WORD.code, message, nearest(word, known), word, help_)


def _declarable(words: Words) -> tuple[str, ...]:
    return tuple(name for name in words.purposes if name not in words.undeclarable)


def _one_of(purposes: Sequence[str]) -> str:
    """Some of the purposes to choose from, and the command that lists all."""
    some = f"one of {_some(purposes[:_SHOWN])}" if len(purposes) > 1 else _some(purposes)
    more = f", or {len(purposes) - _SHOWN} more" if len(purposes) > _SHOWN else ""
    return f"{some or 'a purpose'}{more} (`purposelint policy show` lists them)"


def _some(names: Sequence[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return " or ".join(part for part in (", ".join(quoted[:-1]), *quoted[-1:]) if part)
