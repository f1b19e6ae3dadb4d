"""Messages of one call's findings: those that say the same of several elements are one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from purposelint.domain.verdict import Finding

_SUBJECT = re.compile(r"(?: \((?P<code>`[^`]*`)\))? is (?=\w)")
"""What stands between an element and what happens to it."""

_STOP = re.compile(r"`[^`]*`|\. ")
"""Quoted code, or the end of a sentence."""


class _Subject(NamedTuple):
    """An element, the code that it is in, and how sure that is; '' where that need not be said."""

    element: str
    code: str
    doubt: str


def sentences(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """What is wrong, and what the policy says of it, each pair once.

    Elements of which the same is wrong are told together. How sure that is stands behind each of them, where
    it is not the same for all: else whoever writes the heading says it.
    """
    found = list(findings)
    shares = len({one.confidence for one in found}) == 1
    told: dict[tuple[str, str], dict[_Subject, None]] = {}
    for one in found:
        head, rest = _first_sentence(one.message)
        element = one.element or ""
        match = _SUBJECT.match(head, len(element)) if element and head.startswith(element) else None
        doubt = "" if shares or one.confidence == "high" else f"{one.confidence} confidence"
        if match is None:
            told.setdefault((f"{head} ({doubt})" if doubt else head, rest), {})
        else:
            subject = _Subject(element, match["code"] or "", doubt)
            told.setdefault((head[match.end() :], rest), {})[subject] = None
    return [(_sentence(list(subjects), tail), rest) for (tail, rest), subjects in told.items()]


def _sentence(subjects: Sequence[_Subject], tail: str) -> str:
    """`a (`x`) and b (`y`) are logged`; `a and b in `x` are`, `a (`x`, `y`) is`."""
    if not subjects:
        return tail
    elements, codes = {(one.element, one.doubt) for one in subjects}, {one.code for one in subjects}
    if len(elements) == 1:
        element, doubt = next(iter(elements))
        return f"{element}{_within(*(one.code for one in subjects), doubt)} is {tail}"
    if len(codes) == 1 and all(codes):
        names = _listed([f"{one.element}{_within(one.doubt)}" for one in subjects])
        return f"{names} in {subjects[0].code} are {tail}"
    names = _listed([f"{one.element}{_within(one.code, one.doubt)}" for one in subjects])
    return f"{names} are {tail}"


def _within(*parts: str) -> str:
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _first_sentence(message: str) -> tuple[str, str]:
    """The sentence with its stop, if more follows, and what follows; a stop in quoted code ends none."""
    end = next((found.start() for found in _STOP.finditer(message) if found.group() == ". "), len(message))
    return message[: end + 1], message[end + 2 :]
