"""Which breaches are told as one: those of one call, and of these what carries the same data twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from purposelint.domain.catalog import Catalog
from purposelint.domain.place import Place
from purposelint.judge.outcome import Outcome

Group: TypeAlias = tuple[Outcome, tuple[Outcome, ...]]
"""One that stands for several, and these."""

_Key: TypeAlias = tuple[object, ...]

_NAME = re.compile(r"[^\W\d][\w.]*")
"""A name, with what is looked up in it: `user.email`."""


def records_of(catalog: Catalog) -> frozenset[str]:
    """Ids of the sinks whose arguments make one record: a message with its fields, and who is told of it."""
    of_logs = (library for library in catalog.libraries.values() if library.kind == "log")
    messages = frozenset(entry.id for library in of_logs for entry in library.sink)
    return messages.union(entry.id for library in catalog.libraries.values() for entry in library.relay)


def merged(outcomes: Iterable[Outcome], records: frozenset[str]) -> tuple[Group, ...]:
    """Breaches grouped by place, code, element, sink and data, each with one that stands for all.

    That is a clear flow rather than a hashed one, then the most certain, then the shortest. Sinks behind
    one call are one where the same vendor receives, or nobody in particular in the same function: a
    helper may log what it is handed on several lines, a mailer has one way for mails with attachments.
    Two arguments of a record (`records` are the ids of such sinks) are one where they carry the same data:
    a message and the `extra` beside it. Of any other call each argument is a use of its own, unless it is
    a digest of what another hands over in clear.
    """
    by_data: dict[_Key, dict[Place | None, list[Outcome]]] = {}
    for outcome in outcomes:
        case = outcome.case
        key = (case.place, outcome.code, case.element, _receiver(outcome))
        by_data.setdefault(key, {}).setdefault(case.data, []).append(outcome)
    groups = (group for found in by_data.values() for group in _joined(list(found.values()), records))
    return tuple((min(group, key=lambda one: one.plainness), tuple(group)) for group in groups)


def arguments_of(lead: Outcome, together: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """One outcome for each argument that carries what is told, the one that stands for all first."""
    plainest: dict[Place | None, Outcome] = {lead.case.data: lead}
    if lead.case.data is None or lead.case.callers:
        return (lead,)
    for outcome in sorted(together, key=lambda one: one.plainness):
        plainest.setdefault(outcome.case.data, outcome)
    return tuple(plainest.values())


def _receiver(outcome: Outcome) -> tuple[str, ...]:
    """What tells the sinks of one call apart: the entry at the call itself, the party behind it."""
    case = outcome.case
    if case.sink == case.place:
        return (case.sink_id,)
    party = (case.activity, case.vendor, case.host, outcome.weighed.recipient)
    return party if case.vendor else (*party, case.sink.path, case.sink.symbol)


def _joined(arguments: list[list[Outcome]], records: frozenset[str]) -> list[list[Outcome]]:
    """What each argument of one call carries, those that carry the same as one."""
    if len(arguments) == 1:
        return arguments
    if arguments[0][0].case.sink_id not in records:
        return _with_their_digests(arguments)
    groups: list[tuple[set[_Key], list[Outcome]]] = []
    for outcomes in arguments:
        marks = {mark for outcome in outcomes for mark in _marks(outcome)}
        same = [group for group in groups if not marks.isdisjoint(group[0])]
        groups = [group for group in groups if marks.isdisjoint(group[0])]
        groups.append(
            (
                marks.union(*(group[0] for group in same)),
                [one for group in (*(group[1] for group in same), outcomes) for one in group],
            )
        )
    return [group for _, group in groups]


def _with_their_digests(arguments: list[list[Outcome]]) -> list[list[Outcome]]:
    """Arguments of a call; a hash of what another one carries in clear is one with it."""
    found: list[list[Outcome]] = []
    clear: dict[str, list[Outcome]] = {}
    for outcomes in sorted(arguments, key=lambda each: all(one.case.pseudonym for one in each)):
        sources = {one.case.source.symbol for one in outcomes}
        if all(one.case.pseudonym for one in outcomes) and sources <= clear.keys():
            clear[min(sources)].extend(outcomes)
            continue
        group = list(outcomes)
        found.append(group)
        for one in outcomes:
            if not one.case.pseudonym:
                clear.setdefault(one.case.source.symbol, group)
    return found


def _marks(outcome: Outcome) -> Iterable[_Key]:
    """What an argument has in common with another of the same data.

    That is its text, or a name in it that was read at the same place. The place alone says too little:
    of two reads of one field before the call the last is known.
    """
    case = outcome.case
    if case.data is None or not case.expr:
        return
    yield (case.source.symbol, case.expr)
    for name in _NAME.findall(case.expr):
        yield (case.source.symbol, name, case.origin)
