"""Calls that the catalogue describes: sinks, sources, guards and what hands data on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Call
from purposelint.domain.failures import Failure
from purposelint.domain.library import Passthrough, Source
from purposelint.flow.access import key_labels
from purposelint.flow.application import error_handlers, guarding, preparing
from purposelint.flow.calls import handing, sql_values
from purposelint.flow.lookup.known import Known
from purposelint.flow.methods import formatting, sinks
from purposelint.flow.objects import conversion, declared_dicts, frame_columns, receiver_parts, remaking
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.copies import copied, deeply, is_container
from purposelint.flow.objects.matching import named
from purposelint.flow.state import throwing
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.throwing import Thrown
from purposelint.flow.state.values import ANY, UNKNOWN, Instance, Value

if TYPE_CHECKING:
    from purposelint.flow.calls.callee import Callee


def evaluate(
    frame: Frame, call: Call, callee: Callee, known: Known, arguments: Sequence[Argument]
) -> Value | None:
    """Effects and value of a described call; None where its value is still to be found by its body."""
    arguments = conversion.converted(frame, known, arguments, call)
    for sink in known.sinks:
        given, receiver = preparing.prepared(frame, sink.sink, call, arguments, callee.receiver)
        given = sql_values.bound(frame, sink.sink, given) if sink.sink.statement else given
        sinks.record(frame, sink, call, given, receiver)
    for failure in known.failures:
        _fail(frame, failure, callee, arguments, call.at)
    if not known.gives:
        return None
    result = instance(frame, callee, call.at)
    if known.sources:
        found = _from_source(frame, call, known.sources, arguments, result)
        return _or_held(frame, callee.receiver, known.sources, arguments, found)
    own = bool(callee.functions or callee.classes)
    guard = guarding.guard_of(known, arguments)
    if guard is not None and not (own and guard.gives == "nothing"):
        return guarding.through(frame, guard, callee.receiver, arguments, result)
    left = guarding.left_to_caller(frame, call, callee, known, arguments) if known.guards else None
    if left is not None:
        return left
    if known.passthroughs:
        for entry in known.passthroughs:
            if entry.makes == "columns":
                handed = (callee.receiver, arguments)
                result = frame_columns.made(frame, entry, result, handed, (call.at, call.to))
            else:
                result = _passed(frame, entry, callee, arguments, result, call.at)
        return result
    return None if own else result


def leaving(frame: Frame, call: Call, callee: Callee, last: str, arguments: Sequence[Argument]) -> None:
    """What leaves by a call of which other entries say all else."""
    known = frame.engine.knowledge.of_call(callee.outside, last, callee.word, resolved=callee.resolved)
    for sink in known.sinks:
        sinks.record(frame, sink, call, arguments, callee.receiver)


def instance(frame: Frame, callee: Callee, at: int) -> Value:
    """An unknown value of the type that an outside call gives."""
    knowledge = frame.engine.knowledge
    types = tuple(Instance(knowledge.type_of_call(name), (at,)) for name in callee.outside[:2])
    if types:
        return Value(0, 0, types)
    stated = knowledge.stated_type_of(f"{callee.method}()", callee.word) if callee.method else ""
    return Value(0, 0, (Instance(stated, (at,)),)) if stated else UNKNOWN


def _or_held(
    frame: Frame,
    receiver: Value | None,
    sources: Sequence[Source],
    arguments: Sequence[Argument],
    found: Value,
) -> Value:
    """A column that is asked for by its name is that of its frame, or any that this is known to hold."""
    if receiver is None or not any(source.asked and not source.element for source in sources):
        return found
    held = frame_columns.asked(frame, receiver, arguments)
    exact = found.exact | held.exact
    return Value(exact, (found.vague | held.vague | receiver.exact) & ~exact, found.refs)


def _from_source(
    frame: Frame, call: Call, sources: Sequence[Source], arguments: Sequence[Argument], result: Value
) -> Value:
    text = arguments[0].value.text if arguments else ""
    spoken = (source for source in sources if not source.handed)
    chosen = [s for s in spoken if not s.key or key_labels.same_key(s.key, text)]
    mask = frame.engine.source_mask(chosen, f"{receiver_word(call.func)}()")
    for source in chosen:
        mask = key_labels.of_asked(frame, source, arguments) if source.asked else mask
    frame.enter(mask, call.at, call.to, f"{receiver_word(call.func)}()")
    return Value(result.exact | mask, result.vague, result.refs)


def _passed(
    frame: Frame,
    entry: Passthrough,
    callee: Callee,
    arguments: Sequence[Argument],
    result: Value,
    at: int,
) -> Value:
    """What an entry hands on, into the result, an item of it, the receiver or another argument."""
    if entry.into == receiver_parts.BY_NAME:
        return receiver_parts.keep_by_name(frame, entry, arguments, result, at)
    chosen = _handed_on(frame, entry, arguments, callee.receiver)
    kept = _kept_apart(frame, entry, callee.receiver, arguments, chosen, at)
    if kept is not None:
        return kept
    if entry.makes:
        return _remade(frame, entry, callee, arguments, result, at)
    if entry.items or entry.keeps:
        return _with_arguments(frame, entry, callee, (arguments, chosen), result, at)
    data = _data_of(frame, entry, chosen)
    if entry.into.isdigit():
        parts = frame.fresh((at, 13), "tuple")
        frame.write(parts, int(entry.into), data)
        return parts
    if not entry.into:
        text = next((value.text for value in chosen if value.text), "")
        return Value(result.exact | data.exact, result.vague | data.vague, result.refs, result.text or text)
    if data.exact or data.vague:
        _put_into(frame, entry, callee.receiver, arguments, data)
    if entry.into == "self" and callee.receiver is not None:
        own = callee.receiver
        return Value(own.exact | data.exact, own.vague | data.vague, own.refs)
    return result


def _data_of(frame: Frame, entry: Passthrough, chosen: Sequence[Value]) -> Value:
    """The labels of everything that is handed on."""
    exact = vague = 0
    for value in chosen:
        flat = _shown(frame, entry, value)
        exact |= flat.exact
        vague |= flat.vague
    return Value(exact, vague)


def _shown(frame: Frame, entry: Passthrough, value: Value) -> Value:
    """The labels of what is handed on: as it prints, or with all fields; perhaps with some of them."""
    if not entry.whole:
        return frame.deep(value)
    whole = frame.whole(value)
    if not entry.perhaps:
        return whole
    plain = frame.plain(value)
    return Value(plain.exact, (whole.exact | whole.vague | plain.vague) & ~plain.exact)


def _remade(
    frame: Frame,
    entry: Passthrough,
    callee: Callee,
    arguments: Sequence[Argument],
    result: Value,
    at: int,
) -> Value:
    """What an entry makes of a record: of the receiver, or else of the first argument."""
    first = arguments[0].value if arguments else None
    subject = callee.receiver if "self" in entry.arguments else first
    if entry.model and subject is not None:
        found = declared_dicts.called(frame, entry, subject, at)
        return result if found is None else found
    return remaking.remade(frame, entry, subject, arguments, at) if subject is not None else result


def _with_arguments(
    frame: Frame,
    entry: Passthrough,
    callee: Callee,
    given: tuple[Sequence[Argument], Sequence[Value]],
    result: Value,
    at: int,
) -> Value:
    """A collection of the items of what is handed on, or something that keeps the arguments themselves."""
    arguments, chosen = given
    if entry.into:
        for value in chosen:
            _put_into(frame, entry, callee.receiver, arguments, value)
        return result
    holder = frame.fresh((at, 27), "list") if entry.items else result
    for value in chosen:
        frame.write(holder, ANY, frame.elements_of(value) if entry.items else value)
    return holder


def _kept_apart(
    frame: Frame,
    entry: Passthrough,
    receiver: Value | None,
    arguments: Sequence[Argument],
    chosen: Sequence[Value],
    at: int,
) -> Value | None:
    """What an entry hands on part by part: what a template names, an argument itself, or a copy of one."""
    if entry.template and receiver is not None:
        return formatting.substituted(frame, receiver, arguments, at)
    if entry.gives and chosen:
        return handing.given(frame, entry, chosen, arguments, at)
    if not entry.copies or not chosen:
        return None
    if any(is_container(frame, ref) for ref in chosen[0].refs):
        return deeply(frame, chosen[0], (at, 28)) if entry.deep else copied(frame, chosen[0], "", (at, 28))
    return None


def _fail(frame: Frame, entry: Failure, callee: Callee, arguments: Sequence[Argument], at: int) -> None:
    """The call's exception, which repeats what the call was given, or those of functions that it runs."""
    if entry.unhandled:
        error_handlers.running(frame, entry)
    if not entry.raises:
        return
    exact = 0
    for value in _chosen(frame, entry, arguments, callee.receiver):
        exact |= frame.deep(value).exact
    if exact:
        frame.raise_(entry.raises[0], Thrown(Value(exact, 0, (Instance(entry.raises[0], (at,)),))))


def _put_into(
    frame: Frame, entry: Passthrough, receiver: Value | None, arguments: Sequence[Argument], held: Value
) -> None:
    """Put something into the receiver, a part of it, or another argument."""
    if not receiver_parts.is_part(entry.into):
        receiver_parts.put_into_argument(frame, entry, arguments, held)
    elif receiver is not None:
        receiver_parts.put(frame, entry, receiver, held)


def _handed_on(
    frame: Frame, entry: Passthrough, arguments: Sequence[Argument], receiver: Value | None
) -> list[Value]:
    chosen = _chosen(frame, entry, arguments, receiver)
    return [*chosen, throwing.traceback(frame, frame.handling[-1])] if entry.caught else chosen


def _chosen(
    frame: Frame, entry: Passthrough | Failure, arguments: Sequence[Argument], receiver: Value | None
) -> list[Value]:
    chosen = [held for _, held in receiver_parts.of_receiver(frame, entry.arguments, receiver)]
    everything = "*" in entry.arguments
    for name, argument in named(entry.parameters, entry.arguments, arguments):
        if everything or name in entry.arguments:
            chosen.append(argument.value)
    return chosen
