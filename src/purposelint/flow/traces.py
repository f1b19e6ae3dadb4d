"""Reports as flows: which source, by which way, with the steps that a person would tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from purposelint.domain.catalog import CONFIDENCES, Confidence
from purposelint.domain.flows import Flow, Hop
from purposelint.domain.place import Place, encloses
from purposelint.domain.sightings import Sighting
from purposelint.flow.engine import Engine
from purposelint.flow.fixpoint import Result
from purposelint.flow.origins import origin_hops
from purposelint.flow.state.summary import Leak
from purposelint.flow.state.values import SYMBOL_MASK, bits

_USED_UP = "credential."
"""Elements that calls nobody described take in and do not give back: what a token stands for is no token."""


def flows_of(engine: Engine, result: Result) -> tuple[Flow, ...]:
    """All flows in order of place; one for each source at each sink.

    Nothing here is a set that is looked through: before Python 3.12 the hash of None is an address.
    """
    found: dict[Flow, None] = {}
    variants: dict[Flow, None] = {}
    for key, report in result.reports.items():
        kept = variants if engine.receivers.is_variant(key) else found
        for leak in report.leaks:
            kept.update(dict.fromkeys(_flows(engine, result, key, leak)))
    known = {_end(flow) for flow in found}
    found.update((flow, None) for flow in variants if _end(flow) not in known)
    return tuple(_shortest(sorted(found, key=_order)))


def in_order(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """Flows in order of place, then of sink, data and source."""
    return tuple(sorted(flows, key=_order))


def _end(flow: Flow) -> tuple[object, ...]:
    """What a method that is analysed for a class shares with the method as it stands."""
    return flow.place, flow.sink, flow.source.element


def _shortest(flows: list[Flow]) -> Iterator[Flow]:
    """Of the ways by which one call hands a source to one sink the surest, and of these the shortest."""
    best: dict[tuple[object, ...], Flow] = {}
    for flow in flows:
        key = _handed(flow)
        before = best.get(key)
        if before is None or _rank(flow) < _rank(before):
            best[key] = flow
    for flow in flows:
        if len(flow.handed) == 1 or best[_handed(flow)] is flow:
            yield flow


def _handed(flow: Flow) -> tuple[object, ...]:
    return (flow.place, flow.sink.id, flow.sink.place, flow.source, flow.guard, flow.pseudonym)


def _rank(flow: Flow) -> tuple[int, int]:
    return CONFIDENCES.index(flow.confidence), len(flow.handed)


def _order(flow: Flow) -> tuple[object, ...]:
    return (
        flow.place.path,
        flow.place.span,
        flow.sink.id,
        flow.sink.place,
        flow.data.span,
        flow.source.element,
        flow.source.symbol,
        flow.guard,
        flow.confidence,
        flow.origin,
        flow.trace,
        flow.handed,
        flow.expr,
    )


def _flows(engine: Engine, result: Result, symbol: str, leak: Leak) -> Iterator[Flow]:
    mask = (leak.exact | leak.vague) & ~SYMBOL_MASK
    mask &= ~engine.labels.same_elements(leak.below)
    for index in bits(mask):
        label = engine.labels.label(index)
        guessed = not leak.exact >> index & 1
        if guessed and label.sighting.element.startswith(_USED_UP):
            continue
        hops, last, unguarded, message_at = origin_hops(engine, result, symbol, index, leak)
        inside = last is not None and encloses(leak.data.span, last.place.span) and not last.callee
        by_callee = (
            last is not None
            and last.callee
            and len(leak.handed) > 1
            and last.place in (leak.data, leak.handed[-1])
        )
        data, expr = (last.place, last.text) if last and (inside or by_callee) else (leak.data, leak.expr)
        confidence = _weaker(label.sighting.confidence, leak.sink.confidence)
        if guessed:
            confidence = "low"
        guard = label.guard
        guarded = _guarded(engine, symbol, index, leak)
        yield Flow(
            source=label.sighting,
            origin=hops[0].place if hops else leak.data,
            sink=msgspec.structs.replace(leak.sink, asks=-1),
            place=leak.handed[-1],
            data=data,
            expr=expr,
            handed=leak.handed,
            trace=_trace(label.sighting, _through(hops, guarded, unguarded), leak),
            confidence=_weaker(
                confidence, guard.confidence if guard and guard.gives == "nothing" else "high"
            ),
            guard=f"{guard.id} ({guard.gives})" if guard and guard.gives != "pseudonym" else "",
            pseudonym=bool(guard and guard.gives == "pseudonym"),
            message_at=message_at,
        )


def _through(hops: list[Hop], guarded: Iterable[Hop], unguarded: int) -> list[Hop]:
    """The hops with that of the guard: calls that brought what was guarded already come after it."""
    return [*hops[:unguarded], *guarded, *hops[unguarded:]]


def _guarded(engine: Engine, symbol: str, index: int, leak: Leak) -> Iterator[Hop]:
    """Where a source went through its guard."""
    label = engine.labels.label(index)
    if label.guard is not None:
        function, _ = engine.receivers.chosen(symbol)
        plain = engine.labels.plain(index)
        hop = engine.guardings.hop(function, label.guard, plain, leak.data)
        if hop is not None:
            yield hop


def _weaker(one: Confidence, other: Confidence) -> Confidence:
    return max(one, other, key=CONFIDENCES.index)


def _trace(source: Sighting, hops: list[Hop], leak: Leak) -> tuple[Hop, ...]:
    trace: list[Hop] = []
    if source.place is not None:
        trace.append(Hop(source.place, f"{_short(source.symbol)} is {source.element}{_because(source)}"))
    trace.extend(hop for hop in hops if hop.place != source.place)
    trace.extend(Hop(place, "handed on here") for place in reversed(leak.handed[1:]))
    if leak.sink.column and len(leak.handed) > 1:
        trace[-1] = Hop(leak.handed[1], f"put into {leak.sink.call}")
    by = "in" if leak.sink.column else "by"
    sink = leak.sink
    why = f": {sink.wrapper} is named after {sink.vendor}, and no rule describes it" if sink.wrapper else ""
    trace.append(Hop(sink.place, f"{_VERBS[sink.activity]} {by} {sink.call}{why}"))
    return tuple(_without_repeats(trace))


_VERBS = {"log": "logged", "share": "sent", "store": "stored"}


def _without_repeats(trace: list[Hop]) -> Iterator[Hop]:
    last: Place | None = None
    for hop in trace:
        if hop.place != last or hop is trace[-1]:
            yield hop
        last = hop.place


def _short(symbol: str) -> str:
    return ".".join(symbol.split(".")[-2:])


def _because(source: Sighting) -> str:
    best = next((e for e in source.evidence if not e.against), None)
    return f" ({best.says})" if best else ""
