"""Flows and stored fields as one kind of thing: what is judged."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from purposelint.domain.catalog import Activity, Confidence
from purposelint.domain.flows import Flow, Flows, Hop
from purposelint.domain.place import Place, span_between
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sighting, Sightings


class Case(msgspec.Struct, frozen=True):
    """One element that is logged, shared or stored at one place.

    `stored` tells a field of a stored model from a flow; `owner` is then the field's class. `handed`
    begins at the sink and ends at `place`. `touched` are places that the data passes, and the
    argument that carries it: an element's declaration covers the data if it encloses one of them.
    `column` is the symbol of a stored field that only what flows in makes personal; its `handed` begins with
    the field, goes on with the statement that puts it in, and ends where the data is read. `frames` tells
    what goes along in local variables with an exception; the last but one of `trace` is where. `message_at`
    is where the message of an exception is built that brings the data. `callers` are the places that hand it
    on, where these are told together.
    """

    element: str
    activity: Activity
    confidence: Confidence
    source: Sighting
    origin: Place
    place: Place
    sink_id: str
    sink: Place
    call: str
    handed: tuple[Place, ...]
    trace: tuple[Hop, ...]
    vendor: str = ""
    host: str = ""
    set_up: str = ""
    data: Place | None = None
    expr: str = ""
    guard: str = ""
    pseudonym: bool = False
    stored: bool = False
    owner: str = ""
    column: str = ""
    frames: bool = False
    message_at: Place | None = None
    callers: tuple[Place, ...] = ()

    @property
    def touched(self) -> tuple[Place, ...]:
        """Places of the data itself, the source's included."""
        argument = (self.data,) if self.data is not None else ()
        return (*argument, self.origin, *(hop.place for hop in self.trace))

    @property
    def copied(self) -> bool:
        """Whether what one stored field holds is put into another record's column."""
        return bool(self.column and self.source.model)


def cases_of(program: Program, sightings: Sightings, flows: Flows) -> tuple[Case, ...]:
    """All flows and all stored fields, by place, element, sink and source."""
    calls = (_of_flow(flow) for flow in flows.flows if not flow.sink.column)
    found = [*calls, *_of_fields(program, sightings), *_of_columns(flows)]
    return tuple(sorted(found, key=_order))


def _order(case: Case) -> tuple[object, ...]:
    return (case.place, case.element, case.sink_id, case.source.symbol, case.sink, case.origin, case.trace)


def _of_flow(flow: Flow) -> Case:
    return Case(
        element=flow.source.element,
        activity=flow.sink.activity,
        confidence=flow.confidence,
        source=flow.source,
        origin=flow.origin,
        place=flow.place,
        sink_id=flow.sink.id,
        sink=flow.sink.place,
        call=flow.sink.call or flow.sink.id,
        handed=flow.handed or (flow.place,),
        trace=flow.trace,
        vendor=flow.sink.vendor,
        host=flow.sink.host,
        set_up=flow.sink.set_up,
        data=flow.data,
        expr=flow.expr,
        guard=flow.guard,
        pseudonym=flow.pseudonym,
        frames=bool(flow.sink.frames),
        message_at=flow.message_at,
    )


def _of_columns(flows: Flows) -> Iterator[Case]:
    """Columns that what surely flows in makes personal: a case an element and way, by its plainest flow.

    A way is a statement that puts it in, with the calls that brought it there.
    """
    plainest: dict[tuple[object, ...], Flow] = {}
    for flow in flows.flows:
        key = (flow.sink.column, flow.source.element, flow.handed, flow.origin, bool(flow.guard))
        sure = bool(flow.sink.column) and flow.confidence == "high"
        if sure and (key not in plainest or _steps(flow) < _steps(plainest[key])):
            plainest[key] = flow
    for (column, *_), flow in plainest.items():
        owner, _, name = str(column).rpartition(".")
        place = flow.sink.place
        yield msgspec.structs.replace(
            _of_flow(flow),
            confidence="medium",
            place=place,
            handed=(*flow.handed, flow.origin),
            data=None,
            expr=name,
            stored=True,
            owner=owner,
            column=str(column),
        )


def _steps(flow: Flow) -> tuple[object, ...]:
    """Order of flows to one column on one way: in clear text first, then of few steps."""
    return (bool(flow.guard), len(flow.trace), flow.origin, flow.trace)


def _of_fields(program: Program, sightings: Sightings) -> Iterator[Case]:
    for (owner, name), found in sightings.fields.items():
        for sighting in found:
            place = sighting.place or _class_place(program, owner)
            if sighting.model and place is not None:
                yield _of_field(owner, name, sighting, place)


def _class_place(program: Program, symbol: str) -> Place | None:
    """Header of a project's class: where a field stands that no line declares."""
    info = program.classes.get(symbol)
    if info is None:
        return None
    return Place(info.path, span_between(info.facts.at, info.facts.to), symbol)


def _of_field(owner: str, name: str, sighting: Sighting, place: Place) -> Case:
    says = ", ".join(evidence.says for evidence in sighting.evidence if not evidence.against)
    note = f"{_last_words(owner, name)} is {sighting.element}" + (f" ({says})" if says else "")
    return Case(
        element=sighting.element,
        activity="store",
        confidence=sighting.confidence,
        source=sighting,
        origin=place,
        place=place,
        sink_id=sighting.model,
        sink=place,
        call=sighting.model,
        handed=(place,),
        trace=(Hop(place, note),),
        vendor=sighting.vendor,
        expr=name,
        stored=True,
        owner=owner,
    )


def _last_words(owner: str, name: str) -> str:
    return f"{owner.rpartition('.')[2]}.{name}"
