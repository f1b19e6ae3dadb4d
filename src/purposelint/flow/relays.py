"""Flows that a set-up hands on: what is logged, run as SQL or in a variable leaves for somebody else too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

import msgspec

from purposelint.domain.catalog import CONFIDENCES
from purposelint.domain.flows import Flow, Hop, SinkPoint
from purposelint.flow.lookup.log_setups import Setup

_VERBS = {"log": "logged", "share": "sent to {vendor}", "store": "stored"}


def relayed(flows: Iterable[Flow], setups: tuple[Setup, ...]) -> Iterator[Flow]:
    """For each flow those by which its data goes on: one for a receiver, be it set up twice."""
    for flow in flows if setups else ():
        receivers: set[tuple[str, str]] = set()
        for setup in (each for each in setups if not each.entry.frames):
            receiver = (setup.vendor, setup.entry.activity)
            if receiver not in receivers and _takes(setup, flow):
                receivers.add(receiver)
                yield _handed_on(flow, setup)


def _takes(setup: Setup, flow: Flow) -> bool:
    sink = flow.sink
    if not any(fnmatchcase(sink.id, each) for each in setup.entry.takes):
        return False
    if sink.activity == "log" and sink.level < setup.level:
        return False
    logger = setup.logger
    return not logger or f"{sink.place.symbol}.".startswith(f"{logger}.")


def _handed_on(flow: Flow, setup: Setup) -> Flow:
    """The flow as far as the log, then on by the set-up; who declares there declares for all of its kind."""
    entry, place = setup.entry, setup.place
    by = f"{setup.call} at {place.path}:{place.span.line}"
    sink = msgspec.structs.replace(
        flow.sink, id=entry.id, activity=entry.activity, vendor=setup.vendor, host="", set_up=by
    )
    return msgspec.structs.replace(
        flow,
        sink=sink,
        handed=(*flow.handed, place, flow.place),
        trace=(*flow.trace, Hop(place, f"{_told(setup)} as well: {setup.call} sets that up here")),
        confidence="low" if setup.hook == "may rewrite" else flow.confidence,
        guard=flow.guard or _rewritten(setup),
    )


def captured(flows: Sequence[Flow], setups: tuple[Setup, ...]) -> Iterator[Flow]:
    """Local variables that leave with exceptions: a flow for each element at each set-up, by its plainest."""
    for setup in (each for each in setups if each.entry.frames):
        plainest: dict[str, Flow] = {}
        for flow in (each for each in flows if each.sink.frames and _takes(setup, each)):
            known = plainest.get(flow.source.element)
            if known is None or _plainness(flow) < _plainness(known):
                plainest[flow.source.element] = flow
        yield from (_with_exceptions(flow, setup) for flow in plainest.values())


def _plainness(flow: Flow) -> tuple[object, ...]:
    """Order of flows to one set-up: in clear text first, then the surest, then of few steps."""
    unsure = CONFIDENCES.index(flow.confidence)
    return (bool(flow.guard), unsure, len(flow.trace), flow.sink.place, flow.origin, flow.trace)


def _with_exceptions(flow: Flow, setup: Setup) -> Flow:
    """The flow as far as the variable, then on with the exception, said where that was set up."""
    entry, place = setup.entry, setup.place
    sink = SinkPoint(entry.id, entry.activity, place, setup.call, setup.vendor, frames=flow.sink.frames)
    weaker = max(flow.confidence, setup.confidence, key=CONFIDENCES.index)
    at = Hop(flow.sink.frames[0], f"in a local variable when {flow.sink.call} hands on what was caught")
    told = Hop(place, f"{_told(setup)} with local variables: {setup.call} has them sent")
    return msgspec.structs.replace(
        flow,
        sink=sink,
        place=place,
        data=place,
        expr="",
        handed=(place,),
        trace=(*flow.trace[:-1], at, told),
        confidence="low" if setup.hook == "may rewrite" else weaker,
        guard=flow.guard or _rewritten(setup),
    )


def _rewritten(setup: Setup) -> str:
    return f"{setup.entry.id}.{setup.entry.hook} (masked)" if setup.hook == "rewrites" else ""


def _told(setup: Setup) -> str:
    return _VERBS[setup.entry.activity].format(vendor=setup.vendor)
