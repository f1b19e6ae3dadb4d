"""Methods of lists, tuples, sets and deques."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from purposelint.domain.expressions import Call
from purposelint.flow.access.turns import is_text
from purposelint.flow.application import generators
from purposelint.flow.objects import copies, sequences
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, NOTHING, SENT, THROWN, UNKNOWN, Obj, Value, join

Method: TypeAlias = Callable[[Frame, Value, Sequence[Argument], Call], Value]


def _append(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    for argument in arguments[-1:]:
        sequences.add(frame, receiver, argument.value, None)
    return NOTHING


def _append_left(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    for argument in arguments[-1:]:
        sequences.add(frame, receiver, argument.value, 0)
    return NOTHING


def _insert(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    if len(arguments) < 2:
        return NOTHING
    place = arguments[0].key
    if isinstance(place, int):
        sequences.add(frame, receiver, arguments[1].value, place)
    else:
        sequences.mix(frame, receiver)
        frame.write(receiver, ANY, arguments[1].value)
    return NOTHING


def _extend(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    for argument in arguments:
        sequences.extend(frame, receiver, argument.value)
    return NOTHING


def _extend_left(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    for argument in arguments[:1]:
        sequences.mix(frame, receiver)
        frame.write(receiver, ANY, frame.elements_of(argument.value))
    return NOTHING


def _pop(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    place = arguments[0].key if arguments else -1
    return _taken(frame, receiver, place if isinstance(place, int) else None)


def _pop_left(frame: Frame, receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    return _taken(frame, receiver, 0)


def _taken(frame: Frame, receiver: Value, place: int | None) -> Value:
    """The item at a place, which is no longer there."""
    items = frame.known_items(receiver)
    is_set = any(isinstance(ref, Obj) and ref.type == "set" for ref in receiver.refs)
    if items is None or place is None or is_set:
        taken = frame.elements_of(receiver)
        if place != -1:
            sequences.mix(frame, receiver)
        return taken if taken is not NOTHING or not receiver.refs else UNKNOWN
    if not -len(items) <= place < len(items):
        return NOTHING
    taken = items[place]
    sequences.change(frame, receiver, lambda held: held.pop(place))
    return taken


def _reverse(frame: Frame, receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    sequences.change(frame, receiver, lambda held: held.reverse())
    return NOTHING


def _mixed(frame: Frame, receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    sequences.mix(frame, receiver)
    return NOTHING


def _remove(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    """The item that is taken out is known where all are constant texts."""
    items = frame.known_items(receiver) or []
    wanted = [item for item in items if arguments and item == arguments[0].value]
    if wanted and all(is_text(item) for item in items):
        sequences.change(frame, receiver, lambda held: held.remove(wanted[0]))
    else:
        sequences.mix(frame, receiver)
    return NOTHING


def _items(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    return sequences.copied(frame, (node.at, 27), "list", receiver)


def _copy(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    return copies.copied(frame, receiver, "", (node.at, 4))


def _clear(frame: Frame, receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    frame.clear(receiver)
    return NOTHING


def _same(_frame: Frame, receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    return receiver


def _send(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    sent = arguments[0].value if arguments else NOTHING
    given = generators.resume(frame, receiver, {SENT: sent})
    return given if given is not NOTHING else UNKNOWN


def _throw(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    thrown = arguments[0].value if arguments else NOTHING
    given = generators.resume(frame, receiver, {THROWN: thrown})
    return given if given is not NOTHING else UNKNOWN


def _union(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    made = frame.fresh((node.at, 20), "set")
    for value in (receiver, *(argument.value for argument in arguments)):
        frame.write(made, ANY, frame.elements_of(value))
    return made


def _of_the_first(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    made = frame.fresh((node.at, 21), "set")
    frame.write(made, ANY, frame.elements_of(receiver))
    return made


def _common(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    """What two sets have in common; a set of constants says that it is one of these."""
    made = frame.fresh((node.at, 22), "set")
    given = [frame.elements_of(value) for value in (receiver, *(a.value for a in arguments))]
    if all(frame.deep(value) is not NOTHING for value in given):
        held = given[0]
        for value in given[1:]:
            held = join(held, value)
        frame.write(made, ANY, held)
    return made


METHODS: dict[str, Method] = {
    "append": _append,
    "appendleft": _append_left,
    "add": _append,
    "insert": _insert,
    "extend": _extend,
    "extendleft": _extend_left,
    "update": _extend,
    "pop": _pop,
    "popleft": _pop_left,
    "reverse": _reverse,
    "sort": _mixed,
    "rotate": _mixed,
    "remove": _remove,
    "__await__": _same,
    "send": _send,
    "asend": _send,
    "throw": _throw,
    "athrow": _throw,
    "__iter__": _items,
    "copy": _copy,
    "clear": _clear,
    "union": _union,
    "symmetric_difference": _union,
    "difference": _of_the_first,
    "intersection": _common,
}
