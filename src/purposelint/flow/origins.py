"""Where a source of a report came from: the read, and the calls by which it came from there to the report."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from purposelint.domain.expressions import Expr, Walrus
from purposelint.domain.flows import Hop
from purposelint.domain.mentions import parts_of
from purposelint.domain.place import Place, Span, encloses, span_between
from purposelint.domain.statements import If, Raise, Return, Stmt, While
from purposelint.flow.access.printing import is_exception
from purposelint.flow.engine import Engine
from purposelint.flow.fixpoint import Result
from purposelint.flow.state import merging
from purposelint.flow.state.asking import blocks_of
from purposelint.flow.state.summary import Leak, Origin, Summary
from purposelint.flow.state.values import ANY

_MOST_HOPS = 12

_Way: TypeAlias = Literal["returned", "raised", "put", "handed", ""]
"""How a function brings data to its caller: as its result, in an exception, into what it was handed, or in a
call that it leaves to the caller, who handed in what is called."""

_SAID = {
    "returned": "returned by",
    "raised": "raised by",
    "put": "put into what it is given by",
    "handed": "handed on by",
}

_CONSTRUCTOR = "__init__"

_ENDS: dict[_Way, type[Stmt]] = {"returned": Return, "raised": Raise}


class Origins(NamedTuple):
    """From the read of a source outwards, through each call that brought it; the last of these.

    `unguarded` counts the hops that come before its guard. `message_at` is where the message of an exception
    is built in which it came, None where it came otherwise, or where a library builds it.
    """

    hops: list[Hop]
    last: Origin | None
    unguarded: int
    message_at: Place | None


def origin_hops(engine: Engine, result: Result, symbol: str, index: int, leak: Leak) -> Origins:
    """Where a source of a report came from; what a function guards itself comes there unguarded."""
    hops: list[Hop] = []
    brought = 0
    last: Origin | None = None
    seen: set[str] = set()
    way: _Way = ""
    left = leak.handed[-2] if len(leak.handed) > 1 else leak.sink.place
    message_at: Place | None = None
    is_raised = False
    while symbol not in seen and len(hops) < _MOST_HOPS:
        seen.add(symbol)
        report = result.reports.get(symbol)
        origins = report.origins.get(index) if report else None
        if not origins and report and not brought and engine.labels.label(index).guard is not None:
            index, brought = engine.labels.plain(index).bit_length() - 1, len(hops)
            origins = report.origins.get(index)
        if not origins:
            break
        if last is None:
            here = [one for one in origins if one.place == leak.handed[-1]]
            origin = _leaving(engine, here, index, left) or _nearest(origins, leak.data)
        else:
            origin = _bringing(engine, symbol, origins, way, index, left)
        last = last or origin
        if is_raised:
            message_at = origin.place
        way = _way(engine.summaries.get(origin.callee), index, left)
        made = _made(engine, origin.callee)
        hops.append(Hop(origin.place, f"put into {made}" if made else _entered(origin, way)))
        if not origin.callee:
            break
        is_raised = (way == "raised" and _raises(engine, origin.callee)) or (is_raised and bool(made))
        symbol = origin.callee
    hops.reverse()
    guarded = engine.labels.label(index).guard is not None
    return Origins(hops, last, 0 if guarded else len(hops) - brought, message_at)


def _made(engine: Engine, callee: str) -> str:
    """What a call makes that brought data by way of a constructor; '' for any other."""
    info = engine.program.functions.get(engine.receivers.chosen(callee)[0]) if callee else None
    if info is None or not info.owner or info.facts.name != _CONSTRUCTOR:
        return ""
    name = info.owner.rpartition(".")[2]
    is_error = any(map(is_exception, engine.program.outside_bases(info.owner)))
    return "the exception's message" if is_error else f"the new {name}"


def _raises(engine: Engine, symbol: str) -> bool:
    """Whether a function raises something of its own making."""
    body = engine.program.functions[engine.receivers.chosen(symbol)[0]].facts.body
    return any(type(each) is Raise and each.value is not None for each in blocks_of(body))


def _entered(origin: Origin, way: _Way) -> str:
    """How data came to a place: read there, brought by a call, or left by a function in what others find."""
    if not origin.callee:
        return f"read as {origin.text}"
    if origin.text.endswith(")"):
        return f"{_SAID.get(way, 'brought by')} {origin.text}"
    return f"comes by {'an item' if origin.text == ANY else origin.text} from {origin.callee}"


def _way(summary: Summary | None, index: int, left: Place) -> _Way:
    """How a function brings a source to its caller; `left` is a call that it may have left to that one."""
    if summary is None:
        return ""
    bit = 1 << index
    if _leaves(summary, index, left):
        return "handed"
    if summary.result is not None and merging.sources(summary.result) & bit:
        return "returned"
    if merging.sources(*(tree for one in summary.raised for tree in (one.value, one.behind))) & bit:
        return "raised"
    if merging.sources(*(one.value for one in summary.mutations)) & bit:
        return "put"
    return "handed" if _leaves(summary, index, None) else ""


def _leaves(summary: Summary, index: int, left: Place | None) -> bool:
    """Whether a function leaves a call (the one at a place, or any) to its caller, to hand on a source."""
    return any(
        left in (call.place, None) and merging.sources(*(tree for _, _, tree in call.arguments)) >> index & 1
        for call in summary.deferred
    )


def _leaving(engine: Engine, origins: list[Origin], index: int, left: Place) -> Origin | None:
    """The call, of those that brought a source, of a function that leaves it to hand that on."""
    for origin in origins:
        summary = engine.summaries.get(origin.callee)
        if summary is not None and _leaves(summary, index, left):
            return origin
    return None


def _bringing(
    engine: Engine, symbol: str, origins: list[Origin], way: _Way, index: int, left: Place
) -> Origin:
    """Of the places at which a source entered a function the one from which it goes on that way."""
    info = engine.program.functions[engine.receivers.chosen(symbol)[0]]
    if way == "handed":
        if left.path == info.path and encloses(span_between(info.facts.at, info.facts.end), left.span):
            return _nearest(origins, left)
        return _leaving(engine, origins, index, left) or origins[0]
    spans: list[Span] = []
    tests: list[Span] = []
    for each in blocks_of(info.facts.body):
        if type(each) is _ENDS.get(way):
            spans.append(span_between(each.at, each.to))
        elif isinstance(each, If | While) and not _binds(each.test):
            tests.append(span_between(each.at, each.to))
    leaving = (one for one in origins if any(encloses(span, one.place.span) for span in spans))
    flowing = (one for one in origins if not any(encloses(span, one.place.span) for span in tests))
    return next(leaving, None) or next(flowing, origins[0])


def _binds(test: Expr) -> bool:
    """Whether a test binds what it asks: `if email := user.email`."""
    return any(type(each) is Walrus for each in parts_of(test))


def _nearest(origins: list[Origin], data: Place) -> Origin:
    """The read inside the argument, else the last one before it, else the first.

    A call around the argument gives what it gives later than that.
    """
    before = [o for o in origins if o.place.span == data.span or not encloses(o.place.span, data.span)]
    chosen = before[0] if before else origins[0]
    for origin in before:
        if encloses(data.span, origin.place.span):
            return origin
        if origin.place.span <= data.span and origin.place.span > chosen.place.span:
            chosen = origin
    return chosen
