"""What a queue keeps of a task's arguments, told once for the call that queues, whoever hands it on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from purposelint.domain.catalog import Catalog
from purposelint.domain.flows import Hop
from purposelint.judge.cases import Case
from purposelint.judge.outcome import Outcome
from purposelint.judge.together import Group

_MOST_CALLERS = 12
"""Callers that a trace names."""


def ids_of(catalog: Catalog) -> frozenset[str]:
    """Ids of the sinks that are queues of tasks."""
    entries = (entry for library in catalog.libraries.values() for entry in library.handler)
    return frozenset(entry.kept for entry in entries if entry.kept)


def together(
    groups: Sequence[Group], queues: frozenset[str], decide: Callable[[Case], Outcome]
) -> tuple[Group, ...]:
    """Groups, those of one element that reaches a queueing call from several callers as one, at that call."""
    told: dict[tuple[object, ...], list[Group]] = {}
    for lead, members in groups:
        case = lead.case
        alone = case.sink_id not in queues or case.sink == case.place or not _is_told_at_the_sink(lead)
        key = (id(lead),) if alone else (lead.code, case.element, case.sink_id, case.sink)
        told.setdefault(key, []).append((lead, members))
    found: list[Group] = []
    for each in told.values():
        several = len({lead.case.place for lead, _ in each}) > 1
        found.extend((_one(each, decide),) if several else each)
    return tuple(found)


def _is_told_at_the_sink(outcome: Outcome) -> bool:
    """Whether no caller declares anything that the outcome hangs on."""
    cover = outcome.weighed.cover
    return not outcome.weighed.asks_callers and (cover is None or not cover.step)


def _one(groups: Sequence[Group], decide: Callable[[Case], Outcome]) -> Group:
    """One for all, as its plainest flow tells it."""
    lead = min((lead for lead, _ in groups), key=lambda one: one.plainness)
    case, callers = lead.case, tuple(sorted({each.case.place for each, _ in groups}))
    others = (place for place in callers if place != case.place)
    hops = [Hop(place, "handed on here too") for _, place in zip(range(_MOST_CALLERS), others, strict=False)]
    made = decide(
        msgspec.structs.replace(
            case,
            place=case.sink,
            handed=(case.sink,),
            data=None,
            expr="",
            trace=(*case.trace[:-1], *hops, *case.trace[-1:]),
            callers=callers,
        )
    )
    members = tuple(member for _, members in groups for member in members)
    same = (made.verdict, made.code) == (lead.verdict, lead.code)
    return made if same else lead, members
