"""How personal data moves: the output of `flow`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from purposelint.domain.catalog import Activity, Confidence
from purposelint.domain.place import Place
from purposelint.domain.sightings import Sighting


class Hop(msgspec.Struct, frozen=True, order=True):
    """One step of a flow: where, and what happens there, for a person."""

    place: Place
    note: str


class SinkPoint(msgspec.Struct, frozen=True, order=True):
    """Where data leaves: the catalogue's sink id, the call's place, its text, and who receives.

    `vendor` is '' where nobody but the service; `host` the literal host of an address, '' if unknown.
    `level` is that of a log call (domain.relays), 0 if unknown. `set_up` says what makes the data leave
    here though the call itself does not send it, and where that stands. `confidence` is that of the entry.
    `asks` is the parameter of the function at hand that the address begins with, -1 where no caller can
    say more of it.
    `column` is the symbol of the column that takes it in, where that and no call is the sink. `frames` is
    where the function stands whose local variables leave with the exception that it hands on, else empty.
    `wrapper` is the package without rules whose name says who receives, '' where an entry knows the call.
    """

    id: str
    activity: Activity
    place: Place
    call: str
    vendor: str = ""
    host: str = ""
    level: int = 0
    set_up: str = ""
    confidence: Confidence = "high"
    asks: int = -1
    column: str = ""
    frames: tuple[Place, ...] = ()
    wrapper: str = ""


class Flow(msgspec.Struct, frozen=True):
    """One element on its way from one source to one sink.

    `place` is where source and sink meet (design: the sink when the data is known there, else the
    call that hands the data to a helper). `data` is the argument that carries it, `expr` its text.
    `handed` are the places of the calls that handed the data on, from the sink back to `place`:
    first the sink's own place, last `place`. `trace` runs the other way, source first. `guard` says
    why a guarded flow is guarded, '' for one that is not. `pseudonym` is true for an unkeyed hash.
    `message_at` is where the message of an exception is built that brings the data, None where none does.
    """

    source: Sighting
    origin: Place
    sink: SinkPoint
    place: Place
    data: Place
    expr: str
    handed: tuple[Place, ...]
    trace: tuple[Hop, ...]
    confidence: Confidence
    guard: str = ""
    pseudonym: bool = False
    message_at: Place | None = None

    @property
    def told(self) -> Place:
        """Where a finding about it stands: at the column that it fills, else at `place`."""
        return self.sink.place if self.sink.column else self.place


class Guarding(msgspec.Struct, frozen=True, order=True):
    """A statement in which a guard takes out an element ('': whatever is handed in), and what it does."""

    place: Place
    told: str
    element: str


class Handover(msgspec.Struct, frozen=True, order=True):
    """A call that no rule describes and that gets an element in clear text: what it does, nobody knows.

    `call` is the name of what is called, as its own package spells it.
    """

    place: Place
    call: str
    element: str


class SinkCall(msgspec.Struct, frozen=True, order=True):
    """A call that an entry describes as a sink, whether data is known to come to it or not."""

    place: Place
    call: str
    id: str
    activity: Activity
    vendor: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Focus:
    """What an analysis is about where it is not about the whole program.

    `functions` are the symbols of those whose flows are asked for; what they call is followed where they
    call it. `writers` are functions that leave things where others find them, by what they leave them in, as
    an analysis of the whole program found them (`Flows.writers`): followed once somebody looks there.
    """

    functions: frozenset[str]
    writers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Flows:
    """All flows in order of place, with what `check --verbose` tells of the analysis.

    `counts`: functions, calls to the project, to known libraries, to the rest. `limits` names functions
    whose analysis met a bound, `faults` those at which it failed itself, and where. `guardings` are where
    guards stand, in order, `handovers` what goes to unknown calls. `writers` are the functions that leave
    things in what outlives calls, by its name. `handed_through` has besides what comes to unknown calls by
    way of parameters, None where nobody asked for it. `described` and `undescribed` are the first words of
    what is called outside of the project, sorted: of calls that some rule speaks of, and of the rest.
    `sinks` are all calls that are sinks, in order.
    """

    flows: tuple[Flow, ...]
    counts: Mapping[str, int]
    limits: tuple[str, ...] = ()
    guardings: tuple[Guarding, ...] = ()
    faults: tuple[str, ...] = ()
    writers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    handovers: tuple[Handover, ...] = ()
    handed_through: tuple[Handover, ...] | None = None
    described: tuple[str, ...] = ()
    undescribed: tuple[str, ...] = ()
    sinks: tuple[SinkCall, ...] = ()
