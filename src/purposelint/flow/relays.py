"""Flows that a set-up hands on: what is logged, or run as SQL, leaves for somebody else as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

import msgspec

from purposelint.domain.flows import Flow, Hop
from purposelint.flow.lookup.log_setups import Setup

_VERBS = {"log": "logged", "share": "sent to {vendor}", "store": "stored"}


def relayed(flows: Iterable[Flow], setups: tuple[Setup, ...]) -> Iterator[Flow]:
    """For each flow those by which its data goes on: one for a receiver, be it set up twice."""
    for flow in flows if setups else ():
        receivers: set[tuple[str, str]] = set()
        for setup in setups:
            receiver = (setup.vendor, setup.entry.activity)
            if receiver not in receivers and _takes(setup, flow):
                receivers.add(receiver)
                yield _handed_on(flow, setup)


def _takes(setup: Setup, flow: Flow) -> bool:
    sink = flow.sink
    if not any(fnmatchcase(sink.id, each) for each in setup.entry.takes):
        return False
    if sink.level < setup.level:
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
    rewritten = f"{entry.id}.{entry.hook} (masked)" if setup.hook == "rewrites" else ""
    told = _VERBS[entry.activity].format(vendor=setup.vendor)
    return msgspec.structs.replace(
        flow,
        sink=sink,
        handed=(*flow.handed, place, flow.place),
        trace=(*flow.trace, Hop(place, f"{told} as well: {setup.call} sets that up here")),
        confidence="low" if setup.hook == "may rewrite" else flow.confidence,
        guard=flow.guard or rewritten,
    )
