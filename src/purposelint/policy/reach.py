"""How far the rules of one policy file reach: purposes with those they include, lists that mean any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from purposelint.domain.catalog import ACTIVITIES
from purposelint.domain.policy import Forbid, Permit, Purpose, Question
from purposelint.policy.chain import Link

ANY = "*"


class Taken(NamedTuple):
    """One file of a chain with its rules, their elements expanded to ids."""

    link: Link
    permits: tuple[Permit, ...]
    forbids: tuple[Forbid, ...]
    questions: tuple[Question, ...]


def below(purposes: Mapping[str, Purpose], names: Iterable[str]) -> set[str]:
    """All purposes that some include, at any depth; a name itself only if it is included."""

    def included(each: str) -> Iterator[str]:
        yield from purposes[each].includes if each in purposes else ()

    found: set[str] = set()
    waiting = [inner for name in names for inner in included(name)]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += included(each)
    return found


def purposes_meant(purposes: Mapping[str, Purpose], names: tuple[str, ...]) -> set[str]:
    """Purposes that a rule's list reaches; an empty one, or `*`, means all."""
    if not names or ANY in names:
        return set(purposes)
    return {*names, *below(purposes, names)}


def listed(words: tuple[str, ...], everything: Iterable[str]) -> set[str]:
    """A list of recipients; an empty one, or `*`, means all."""
    return set(everything) if not words or ANY in words else set(words)


def activities_of(rule: Permit | Forbid | Question) -> set[str]:
    """Activities of a rule; none stated means all."""
    return set(rule.activities or ACTIVITIES)
