"""The room that follows data: labels, transfer functions, one summary a function, a fixpoint over calls."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from purposelint.domain.catalog import Catalog
from purposelint.domain.flows import Flows
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings
from purposelint.flow.engine import Engine
from purposelint.flow.fixpoint import solve
from purposelint.flow.lookup.log_setups import setups_of
from purposelint.flow.relays import relayed
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


def trace(program: Program, sightings: Sightings, catalog: Catalog) -> Flows:
    """Follow every sighting through the program to the sinks that the catalogue knows."""
    engine = Engine(program, sightings, catalog)
    with _deep_stack():
        result = solve(engine)
    flows = flows_of(engine, result)
    flows = in_order((*flows, *relayed(flows, setups_of(program, engine.knowledge))))
    return Flows(flows, engine.counts(), result.limits, engine.guardings.all(), result.faults)
