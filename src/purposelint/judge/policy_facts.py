"""What two versions of a policy state otherwise, besides the answers they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from purposelint.domain.policy import Policy, Purpose, Question, Recipient
from purposelint.judge.ask import UNMAPPED

_HEAD = ("id", "title", "version", "controller", "contact", "default")
_MAPPED = ("vendors", "hosts")
_PROPOSED = ("usual",)
"""What changes proposals alone: no fact about what may be done."""


def changed_facts(old: Policy, new: Policy) -> tuple[tuple[str, str], ...]:
    """(what, how it changed): head, purposes, recipients and whom they map, questions, elements, clauses."""
    return (
        *_fields("policy", old.head, new.head, _HEAD),
        *_tables("purpose", old.purposes, new.purposes),
        *_tables("recipient", old.recipients, new.recipients),
        *_mapped(old, new),
        *_questions(old, new),
        *_elements(old, new),
        *_clauses(old, new),
    )


def _fields(
    what: str, was: msgspec.Struct, now: msgspec.Struct, names: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for name in names:
        before, after = _said(getattr(was, name)), _said(getattr(now, name))
        if before != after:
            yield what, f"{name}: {before or '(none)'} -> {after or '(none)'}"


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _tables(
    word: str, old: Mapping[str, Purpose] | Mapping[str, Recipient], new: Mapping[str, Purpose | Recipient]
) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name), new.get(name)
        if was is not None and now is not None:
            names = tuple(each for each in was.__struct_fields__ if each not in {*_MAPPED, *_PROPOSED})
            yield from _fields(f"{word} {name}", was, now, names)
        elif now is not None:
            yield f"{word} {name}", f"added: {now.title}" if now.title else "added"
        else:
            yield f"{word} {name}", "removed"


def _mapped(old: Policy, new: Policy) -> Iterator[tuple[str, str]]:
    """Vendors and hosts that count as another recipient than before."""
    for key in _MAPPED:
        owners = [
            {word: name for name, each in policy.recipients.items() for word in getattr(each, key)}
            for policy in (old, new)
        ]
        for word in dict.fromkeys((*owners[0], *owners[1])):
            was, now = (owner.get(word, UNMAPPED) for owner in owners)
            if was != now:
                yield f"{key[:-1]} {word}", f"{was} -> {now}"


def _questions(old: Policy, new: Policy) -> Iterator[tuple[str, str]]:
    before = {one.id: one for one in old.questions}
    after = {one.id: one for one in new.questions}
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        if was is None and now is not None:
            yield f"question {name}", f"added, {_decided(now)}: {now.text}"
        elif was is not None and now is None:
            yield f"question {name}", "removed"
        elif was is not None and now is not None:
            if _decided(was) != _decided(now):
                yield f"question {name}", f"{_decided(was)} -> {_decided(now)}"
            yield from _fields(f"question {name}", was, now, ("text", "clause", "default", "review_by"))


def _decided(question: Question) -> str:
    if not question.decision:
        return "open"
    return f"{question.decision} by {question.by} on {question.on}"


def _elements(old: Policy, new: Policy) -> Iterator[tuple[str, str]]:
    for told, names in (("named", new.named - old.named), ("no longer named", old.named - new.named)):
        if names:
            yield "elements", f"{told}: {', '.join(sorted(names))}"


def _clauses(old: Policy, new: Policy) -> Iterator[tuple[str, str]]:
    """Clauses whose text is another, where both policies state hashes."""
    if not old.clauses or not new.clauses:
        return
    for name in dict.fromkeys((*old.clauses, *new.clauses)):
        was, now = old.clauses.get(name), new.clauses.get(name)
        if was is None or now is None:
            yield f"clause {name}", "is new in the text" if was is None else "is gone from the text"
        elif was.sha256.lower() != now.sha256.lower():
            yield f"clause {name}", "has another text"
