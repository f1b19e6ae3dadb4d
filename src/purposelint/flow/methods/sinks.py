"""Calls and assignments at which an activity happens: which arguments carry data, and who receives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from purposelint.domain.chains import chain, dotted
from purposelint.domain.expressions import Attr, Call, Const, Expr, Sub
from purposelint.domain.flows import SinkPoint
from purposelint.domain.library import Sink, Source
from purposelint.domain.place import Place
from purposelint.domain.relays import LEVELS
from purposelint.flow.application import captured_locals
from purposelint.flow.lookup.known import KnownSink
from purposelint.flow.methods.formatting import as_shown, percent, positions
from purposelint.flow.objects import frame_columns, receiver_parts
from purposelint.flow.objects.arguments import Argument, shares
from purposelint.flow.objects.matching import holds, named
from purposelint.flow.state import throwing
from purposelint.flow.state.forms import ITEMS, REPR, TEXT
from purposelint.flow.state.frame import Frame, start_of
from purposelint.flow.state.rendering import render
from purposelint.flow.state.summary import Leak
from purposelint.flow.state.values import NOTHING, Static, Value, join, labelled


def record(
    frame: Frame, known: KnownSink, call: Call, arguments: Sequence[Argument], receiver: Value | None
) -> None:
    """Remember what reaches a sink call, an entry for each argument that carries something."""
    sink = known.sink
    conditions = (*sink.unless, *sink.when, *sink.unless_is, sink.caught, sink.chosen, *sink.by_name)
    matched = named(sink.parameters, sink.arguments, arguments, conditions)
    given = [(name, argument) for name, argument in matched if name]
    if not _is_one(frame, sink, given, receiver):
        return
    deferral = frame.deferrals.current
    place = deferral.place if deferral else frame.place(call.at, call.to)
    point = _point(frame, known, place, _called(call) or sink.id, given, call)
    frame.engine.sink_calls.note(point)
    _collected(frame, point, call, sink.brings)
    said = NOTHING
    for name, argument in _shown(frame, sink, given, call):
        if name in sink.arguments or "*" in sink.arguments:
            expr = argument.shown.value if argument.shown else call.func
            leak(frame, point, argument.value, expr, argument)
            said = join(said, frame.deep(argument.value)) if sink.caught else said
            if sink.keeps and argument.value.refs:
                frame.kept_by_sinks.append((point, Value(0, 0, argument.value.refs), expr, argument))
    for name, held in receiver_parts.of_receiver(frame, sink.arguments, receiver):
        sent = _columns_of(frame, sink, held, given) if name == "self" else _own_taken_out(frame, sink, held)
        leak(frame, point, sent, call.func, Argument(None, sent))
    if sink.caught and (sink.caught == "always" or _present(sink.caught, given)):
        _with_caught(frame, point, call, said)


def _columns_of(frame: Frame, sink: Sink, held: Value, given: Sequence[tuple[str, Argument]]) -> Value:
    """What leaves of the receiver: all of it, or the columns that the call lists."""
    listed = next((a for name, a in given if sink.chosen and name == sink.chosen and a.arg is not None), None)
    if listed is None or listed.arg is None:
        return held
    return frame_columns.leaving(frame, held, listed.value, listed.arg.at)


def _with_caught(frame: Frame, point: SinkPoint, call: Call, said: Value) -> None:
    """What an exception that is handed on shows beside the arguments, and the variables it may take along."""
    shown = throwing.traceback(frame, frame.handling[-1])
    leak(frame, point, _beside(shown, said), call.func, Argument(None, NOTHING))
    captured_locals.remember(frame, point, point.place, join(said, shown))


def _called(call: Call) -> str:
    """What is called, as a person reads it: what a call gives by that call."""
    return render(call.func) if type(call.func) is Call else chain(call.func)


def _collected(frame: Frame, point: SinkPoint, call: Call, elements: Sequence[str]) -> None:
    """What a library collects by itself once it is called so."""
    if elements:
        sources = [Source(id=point.id, element=element) for element in elements]
        mask = frame.engine.source_mask(sources, point.call)
        frame.enter(mask, call.at, call.to, point.call)
        leak(frame, point, labelled(mask, 0), call.func, Argument(None, NOTHING))


def _is_one(frame: Frame, sink: Sink, given: Sequence[tuple[str, Argument]], receiver: Value | None) -> bool:
    """Whether the conditions of the entry make the call a sink."""
    asked = (*sink.when, *sink.unless_is)
    parts = receiver_parts.of_receiver(frame, asked, receiver) if asked else ()
    known = [*given, *((name, Argument(None, held)) for name, held in parts)]
    if sink.by_name and not any(argument.name in sink.by_name for _, argument in given):
        return False
    if any(name in sink.unless for name, _ in given) or not holds(sink.when, known):
        return False
    return not any(holds({name: excluded}, known) for name, excluded in sink.unless_is.items())


def _own_taken_out(frame: Frame, sink: Sink, held: Value) -> Value:
    """What a client sends of itself, without what it signs in with for the service."""
    guard = frame.engine.knowledge.own_of(sink)
    return frame.guarded(held, guard) if guard is not None else held


def _beside(shown: Value, said: Value) -> Value:
    """What a traceback shows that the arguments beside it do not."""
    exact = shown.exact & ~said.exact
    return labelled(exact, shown.vague & ~(said.exact | said.vague | exact))


def leave(frame: Frame) -> None:
    """At the end of a function, what was put into things that sinks were handed and keep."""
    if not frame.kept_by_sinks:
        return
    with frame.at_its_end():
        for point, value, expr, argument in frame.kept_by_sinks:
            leak(frame, point, value, expr, argument)


def _shown(
    frame: Frame, sink: Sink, given: Sequence[tuple[str, Argument]], call: Call
) -> Sequence[tuple[str, Argument]]:
    """The arguments as the template shows them: of a mapping only the keys that it names."""
    template = next((a.value for name, a in given if name == sink.template), None) if sink.template else None
    rest = [argument for name, argument in given if name.startswith("*")]
    if template is None or not rest:
        return given
    by_argument = _by_fields if sink.style == "{" else _by_conversions
    shown = by_argument(frame, template, rest, call)
    return [
        (name, argument._replace(value=shown.get(id(argument), argument.value))) for name, argument in given
    ]


def _by_fields(frame: Frame, template: Value, rest: Sequence[Argument], call: Call) -> Mapping[int, Value]:
    """What `{user.plan}` shows of arguments, by identity."""
    shown = as_shown(frame, template, rest, call)
    return {id(rest[number]): value for number, value in shown.items()}


def _by_conversions(frame: Frame, template: Value, rest: Sequence[Argument], _: Call) -> Mapping[int, Value]:
    """What `%(plan)s` shows of a mapping, and `%r` of an object, by identity of the arguments."""
    shown = percent(frame, template, rest[0].value, rest[0].arg.value) if rest[0].arg else None
    by_argument = {id(rest[0]): shown} if shown is not None and len(rest) == 1 else {}
    if not by_argument and not any(argument.star for argument in rest):
        for argument, form in zip(rest, positions(template), strict=False):
            if form == REPR:
                by_argument[id(argument)] = frame.deep(argument.value, REPR)
    return by_argument


def assigned(frame: Frame, target: Expr, names: Sequence[str], value: Value, at: int, to: int) -> None:
    """Remember what is assigned to an attribute that is a sink."""
    for name in names:
        for known in frame.engine.knowledge.of_assignment(name):
            point = _point(frame, known, frame.place(at, to), dotted(target) or known.sink.id, [])
            leak(frame, point, value, target, Argument(None, value))


def item_assigned(frame: Frame, target: Sub, names: Sequence[str], given: tuple[Value, Value]) -> None:
    """Remember a key and what is stored under it, where the holder's type makes that a sink."""
    place = frame.place(start_of(target.value, target.to), target.to)
    for known in frame.engine.knowledge.of_call(names, "", "", resolved=True).sinks:
        point = _point(frame, known, place, chain(target), [])
        order = known.sink.parameters or known.sink.arguments
        for name, value in zip(order, given, strict=False):
            if name in known.sink.arguments:
                leak(frame, point, value, target, Argument(None, value))


def _point(
    frame: Frame,
    known: KnownSink,
    place: Place,
    text: str,
    given: Sequence[tuple[str, Argument]],
    call: Call | None = None,
) -> SinkPoint:
    host = next((host for name in known.sink.address if (host := _host(frame, name, given, call))), "")
    vendor = frame.engine.knowledge.vendor_of_host(host) if host else known.vendor
    level = _level(known.sink, text, given) if known.sink.activity == "log" else 0
    asks = -1 if host or not known.sink.address else _asked(frame, known.sink.address[0], given)
    return SinkPoint(
        id=known.sink.id,
        activity=known.sink.activity,
        place=place,
        call=text,
        vendor=vendor,
        host=host,
        level=level,
        confidence=known.sink.confidence,
        asks=asks,
        wrapper=known.wrapper,
    )


def _asked(frame: Frame, name: str, given: Sequence[tuple[str, Argument]]) -> int:
    """The parameter of this function that says who receives."""
    arg = next((argument.arg for key, argument in given if key == name), None)
    return frame.engine.addresses.parameter(frame.info, arg.value) if arg else -1


def _host(frame: Frame, name: str, given: Sequence[tuple[str, Argument]], call: Call | None) -> str:
    """The host that an argument states, or the client that the call is made on was made for."""
    stated, info = frame.engine.addresses, frame.info
    if name.startswith("self."):
        receiver = call.func.value if call is not None and type(call.func) is Attr else None
        return stated.base(info, receiver, name[5:], (call.at, call.to)) if receiver and call else ""
    address = next((argument for key, argument in given if key == name), None)
    if address is None:
        return ""
    arg = address.arg
    return stated.host_in(address.value.text) or (
        stated.host(info, arg.value, (arg.at, arg.to)) if arg else ""
    )


def _level(sink: Sink, text: str, given: Sequence[tuple[str, Argument]]) -> int:
    """The level that is logged at: by the call's name, or as an argument states it; 0 if unknown."""
    if not sink.level:
        return LEVELS.get(text.rpartition(".")[2], 0)
    for name, argument in given:
        if name == sink.level:
            node = argument.arg.value if argument.arg else None
            if type(node) is Const and node.kind == "int":
                return int(node.value or 0)
            named = [ref.name.rpartition(".")[2] for ref in argument.value.refs if type(ref) is Static]
            return LEVELS.get((named[0] if named else argument.value.text).lower(), 0)
    return 0


def leak(frame: Frame, point: SinkPoint, value: Value, expr: Expr, argument: Argument) -> None:
    """Remember the labels of one value at a sink.

    What a callee adds to a call that it leaves to this function is in none of the arguments here.
    """
    flat = frame.deep(value, ITEMS if argument.star == 1 else TEXT)
    flat = Value(flat.exact, flat.vague & ~flat.exact)
    deferral = frame.deferrals.current
    handed = (point.place, deferral.made) if deferral else (point.place,)
    added = deferral.sources if deferral else 0
    own = Value(flat.exact & ~added, flat.vague & ~added)
    collected = argument.parts if len(argument.parts) > 1 else ()
    for arg, held in shares(frame, collected, argument.shown, own):
        data = frame.place(arg.at, arg.to) if arg else handed[-1]
        shown = arg.value if arg and arg is not argument.shown else expr
        _remember(frame, held, Leak(point, 0, 0, 0, data, render(shown), handed))
    if (flat.exact | flat.vague) & added:
        inside = Leak(point, 0, 0, 0, handed[-1], render(expr), handed)
        _remember(frame, Value(flat.exact & added, flat.vague & added), inside)


def _remember(frame: Frame, flat: Value, found: Leak) -> None:
    """Add labels to what is known of one value at one sink."""
    if not flat.exact and not flat.vague:
        return
    key = ("sink", found.sink.place, found.sink.id, found.data.span)
    before = frame.leaks.get(key)
    exact, vague = flat.exact, flat.vague
    if before is not None:
        exact, vague = exact | before.exact, vague | before.vague
    frame.leaks[key] = msgspec.structs.replace(found, exact=exact, vague=vague)


def _present(parameter: str, given: Sequence[tuple[str, Argument]]) -> bool:
    """Whether an argument is given that is not plainly False or None."""
    for name, argument in given:
        if name == parameter:
            node = argument.arg.value if argument.arg else None
            return not (type(node) is Const and node.kind in ("bool", "none") and not node.value)
    return False
