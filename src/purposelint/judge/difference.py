"""What a new version of a policy answers otherwise, each combination asked of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

import msgspec

from purposelint.domain.catalog import ACTIVITIES, Activity
from purposelint.domain.policy import Forbid, Permit, Policy, Question, Ruling
from purposelint.domain.policy_review import Change, ChangeKind, Difference
from purposelint.judge.ask import SELF, UNMAPPED, WEAKNESS, ask, prohibited_anyway
from purposelint.judge.policy_facts import changed_facts

K = TypeVar("K")
V = TypeVar("V")

_KINDS: tuple[ChangeKind, ...] = ("stricter", "looser", "condition", "clause", "removed", "added")
_WORTH_TELLING = ("permitted", "open")
"""Answers worth telling of what only one of the policies knows."""

_Rule: TypeAlias = Permit | Forbid | Question
_Alike: TypeAlias = Mapping[str, tuple[str, ...]]
"""Words that no rule tells apart, under the first of them: what holds for one holds for all."""


class _Turn(NamedTuple):
    """How an answer changed; the reasons, which name single elements, left out."""

    kind: ChangeKind
    was: Ruling | None
    now: Ruling | None


class _Cell(NamedTuple):
    purpose: str
    recipient: str
    activity: Activity
    element: str


def difference(old: Policy, new: Policy, elements: Sequence[str]) -> Difference:
    """Compare two policies; `elements` gives the order of those that either of them names."""
    named = tuple(name for name in elements if name in old.named or name in new.named)
    both = (old, new)
    alike = _alike(named, [_element_marks(both, name) for name in named])
    recipients = tuple(dict.fromkeys((SELF, *old.recipients, *new.recipients, UNMAPPED)))
    receivers = _alike(recipients, [_recipient_marks(both, name) for name in recipients])
    turns: dict[_Turn, list[_Cell]] = {}
    for purpose in dict.fromkeys((*old.purposes, *new.purposes)):
        for recipient in receivers:
            for activity in ACTIVITIES:
                for element in alike:
                    cell = _Cell(purpose, recipient, activity, element)
                    turn = _turn(old, new, cell)
                    if turn is not None:
                        turns.setdefault(turn, []).append(cell)
    changes = [
        change for turn, cells in turns.items() for change in _gathered(turn, cells, alike, receivers, named)
    ]
    changes.sort(key=lambda change: _KINDS.index(change.kind))
    return Difference(_called(old), _called(new), named, tuple(changes), changed_facts(old, new))


def _called(policy: Policy) -> str:
    return f"{policy.head.id} {policy.head.version} ({policy.path})"


def _turn(old: Policy, new: Policy, cell: _Cell) -> _Turn | None:
    """How the answer for one combination changed; None if it did not."""
    was = _ruling(old, cell)
    now = _ruling(new, cell)
    if was is None or now is None:
        told = was or now
        if told is None or told.answer not in _WORTH_TELLING:
            return None
        return _Turn("added" if was is None else "removed", was, now)
    step = WEAKNESS[now.answer] - WEAKNESS[was.answer]
    if step:
        return _Turn("looser" if step > 0 else "stricter", was, now)
    if was.requires != now.requires:
        condition: ChangeKind = "condition" if was.requires and now.requires else "stricter"
        return _Turn(condition if now.requires else "looser", was, now)
    return _Turn("clause", was, now) if was != now and was.answer != "silent" else None


def _ruling(policy: Policy, cell: _Cell) -> Ruling | None:
    """The answer without its reason; None of a purpose or recipient that the policy does not have."""
    known = (SELF, UNMAPPED, *policy.recipients)
    if cell.purpose not in policy.purposes or cell.recipient not in known:
        return None
    ruling = ask(policy, cell.element, cell.purpose, cell.recipient, cell.activity)
    return msgspec.structs.replace(ruling, why="")


def _gathered(
    turn: _Turn, cells: Sequence[_Cell], alike: _Alike, receivers: _Alike, named: Sequence[str]
) -> Iterator[Change]:
    """Cells of one turn as few blocks, each whole: elements first, then activities, recipients, purposes."""
    elements = _together(((each.purpose, each.recipient, each.activity), each.element) for each in cells)
    activities = _together(
        ((purpose, recipient, some), activity) for (purpose, recipient, activity), some in elements.items()
    )
    recipients = _together(
        ((purpose, some, acts), recipient) for (purpose, recipient, some), acts in activities.items()
    )
    purposes = _together(((some, acts, who), purpose) for (purpose, some, acts), who in recipients.items())
    for (some, acts, who), names in purposes.items():
        chosen = {name for first in some for name in alike[first]}
        yield Change(
            turn.kind,
            turn.was,
            turn.now,
            tuple(name for name in named if name in chosen),
            names,
            tuple(name for first in who for name in receivers[first]),
            acts,
        )


def _together(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, in order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _alike(words: Sequence[str], marks: Sequence[object]) -> _Alike:
    first: dict[object, str] = {}
    found: dict[str, tuple[str, ...]] = {}
    for word, mark in zip(words, marks, strict=True):
        leader = first.setdefault(mark, word)
        found[leader] = (*found.get(leader, ()), word)
    return found


def _rules(policies: Iterable[Policy]) -> Iterator[_Rule]:
    for policy in policies:
        yield from policy.permits
        yield from policy.forbids
        yield from policy.questions


def _element_marks(policies: Sequence[Policy], name: str) -> tuple[bool, ...]:
    """All that an answer can depend on of an element: which rules list it, and what is built in."""
    return (
        *(name in rule.elements for rule in _rules(policies)),
        *(name in policy.named for policy in policies),
        *(prohibited_anyway(name, activity) is None for activity in ACTIVITIES),
    )


def _recipient_marks(policies: Sequence[Policy], name: str) -> tuple[bool, ...]:
    """All that an answer can depend on of a recipient: which rules list it, and who knows it."""
    return (
        *(name in rule.recipients for rule in _rules(policies)),
        *(name in (SELF, UNMAPPED, *policy.recipients) for policy in policies),
    )
