"""The room that follows data: labels, transfer functions, one summary a function, a fixpoint over calls."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from purposelint.domain.catalog import Catalog
from purposelint.domain.flows import Flows, Focus
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings
from purposelint.flow.engine import Engine
from purposelint.flow.fixpoint import solve
from purposelint.flow.passing import handed_through
from purposelint.flow.relays import captured, relayed
from purposelint.flow.traces import flows_of, in_order

__all__ = ["trace"]

_DEPTH = 8_000
"""Nested calls of the evaluation: a chain of 1,000 attributes, the longest that is read, needs 3,000."""


@contextmanager
def _deep_stack() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def trace(
    program: Program,
    sightings: Sightings,
    catalog: Catalog,
    focus: Focus | None = None,
    *,
    unknown: bool = False,
) -> Flows:
    """Follow every sighting through the program to the sinks that the catalogue knows.

    With a focus the flows are those of its functions, and of what these call, as a whole analysis has them.
    With `unknown` data is also followed to unknown calls through parameters, which takes as long again.
    """
    engine = Engine(program, sightings, catalog)
    with _deep_stack():
        result = solve(engine, focus)
    found, setups = flows_of(engine, result), engine.captures.setups
    plain = tuple(flow for flow in found if not flow.sink.frames)
    flows = in_order((*plain, *relayed(plain, setups), *captured(found, setups)))
    writers = engine.shared.writers()
    found_so_far = Flows(
        flows,
        engine.counts(),
        result.limits,
        engine.guardings.all(),
        result.faults,
        writers,
        engine.handovers.all(),
        None,
        *engine.handovers.heads(),
        engine.sink_calls.all(),
    )
    if not unknown:
        return found_so_far
    with _deep_stack():
        return replace(found_so_far, handed_through=handed_through(engine, result))
