"""Methods of Python's own containers and text, on values of those types or of unknown type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from purposelint.domain.expressions import Attr, Call
from purposelint.flow import attributes, generators, implicit
from purposelint.flow.arguments import Argument
from purposelint.flow.frame import Frame
from purposelint.flow.keys import handed_key, text_key
from purposelint.flow.rendering import render
from purposelint.flow.spreading import spread
from purposelint.flow.values import (
    ANY,
    CONTAINERS,
    MORE,
    NOTHING,
    SENT,
    THROWN,
    UNKNOWN,
    Instance,
    Obj,
    Static,
    Value,
    join,
)

Method: TypeAlias = Callable[[Frame, Value, Sequence[Argument], Call], Value]

_SAME_TEXT = frozenset(
    {
        "lower", "upper", "strip", "lstrip", "rstrip", "title", "capitalize", "casefold", "swapcase",
        "center", "ljust", "rjust", "zfill", "encode", "decode", "removeprefix", "removesuffix",
        "expandtabs", "translate", "isoformat", "strftime", "hex",
    }
)  # fmt: skip
_PARTS = frozenset(["split", "rsplit", "splitlines", "partition", "rpartition"])
_NOTHING = frozenset(
    {
        "startswith", "endswith", "isdigit", "isalpha", "isnumeric", "isspace", "isupper", "islower",
        "isidentifier", "count", "index", "find", "rfind", "exists", "bit_length",
    }
)  # fmt: skip


def call(frame: Frame, receiver: Value, name: str, arguments: Sequence[Argument], node: Call) -> Value | None:
    """Value of `receiver.name(...)` where that is a container's or text's own method; None otherwise."""
    if receiver.refs and all(isinstance(ref, Static) for ref in receiver.refs):
        return None
    if any(isinstance(ref, Instance) and ref.type and ref.type not in CONTAINERS for ref in receiver.refs):
        if any(
            isinstance(r, Instance) and frame.engine.knowledge.reveals(r.type, name) for r in receiver.refs
        ):
            return Value(receiver.exact, receiver.vague)
        return _of_outside(frame, receiver, name, arguments, node)
    if name in _NOTHING:
        return NOTHING
    if name in _SAME_TEXT or name in _PARTS:
        return _text(frame, receiver)
    method = _METHODS.get(name)
    return method(frame, receiver, arguments, node) if method else None


def _of_outside(
    frame: Frame, receiver: Value, name: str, arguments: Sequence[Argument], node: Call
) -> Value | None:
    """Text and look-up methods work alike on outside types (a query dict, a header map, a text)."""
    if (receiver.exact or receiver.vague) and (name in _SAME_TEXT or name in _PARTS):
        return _text(frame, receiver)
    if name in ("get", "pop", "setdefault") and arguments and text_key(arguments[0].value) != ANY:
        value = _get(frame, receiver, arguments, node)
        return value if value.exact or value.vague else None
    return None


def _text(frame: Frame, receiver: Value) -> Value:
    flat = frame.deep(receiver)
    exact, vague = flat.exact, flat.vague
    return Value(exact, vague, UNKNOWN.refs if receiver.refs else ())


def _format(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    flat = frame.deep(receiver)
    exact, vague = flat.exact, flat.vague
    for argument in arguments:
        part = frame.deep(argument.value)
        exact |= part.exact
        vague |= part.vague
    return Value(exact, vague, (), receiver.text.partition("{")[0] + MORE if receiver.text else "")


def _replaced(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    """What is put in shows, what is looked for does not."""
    return _format(frame, receiver, arguments[1:], node)


def _join(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    result = frame.deep(receiver)
    for argument in arguments:
        own = implicit.iterated(frame, argument.value)
        part = frame.deep(argument.value if own is None else own.value)
        result = Value(result.exact | part.exact, result.vague | part.vague)
    return result


def _add(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    for argument in arguments[-1:]:
        frame.write(receiver, ANY, argument.value)
    return NOTHING


def _extend(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    for argument in arguments[:1]:
        frame.write(receiver, ANY, frame.elements_of(argument.value))
    return NOTHING


def _update(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    for argument in arguments:
        if argument.name is not None:
            frame.write(receiver, "[" + argument.name, argument.value)
        else:
            spread(frame, argument.value, receiver)
    return NOTHING


def _get(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    if not arguments:
        return _any(frame, receiver, arguments, node)
    key = text_key(arguments[0].value)
    result = frame.read(receiver, key)
    if isinstance(key, str) and key.startswith("[") and isinstance(node.func, Attr):
        mask = attributes.key_labels(frame, receiver, node.func.value, key[1:])
        whole = receiver.exact & frame.engine.labels.solid
        if whole:
            result = Value(result.exact | whole, result.vague, result.refs or UNKNOWN.refs)
        known_constant = result is not NOTHING and not result.refs and not result.exact
        if mask and not known_constant:
            mask &= ~frame.engine.labels.same_elements(result.exact)
            frame.enter(mask, node.at, node.to, render(node))
            result = Value(result.exact | mask, result.vague, result.refs or UNKNOWN.refs)
    elif key == ANY:
        result = frame.item(receiver, arguments[0].value)
        result = Value(result.exact | receiver.exact, result.vague | receiver.vague, result.refs)
    for default in arguments[1:2]:
        result = join(result, default.value) if result is not NOTHING else default.value
    if result is NOTHING and receiver.refs and not any(isinstance(r, Obj) for r in receiver.refs):
        return UNKNOWN
    return result


def _pop(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    result = _get(frame, receiver, arguments, node)
    key = text_key(arguments[0].value) if arguments else ANY
    if key != ANY:
        frame.write(receiver, key, NOTHING)
    return result


def _set_default(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    result = _get(frame, receiver, arguments, node)
    if len(arguments) > 1:
        frame.write(receiver, text_key(arguments[0].value), result)
    return result


def _set_item(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    if len(arguments) == 2:
        frame.write(receiver, handed_key(arguments[0].value), arguments[1].value)
    return NOTHING


def _send(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    sent = arguments[0].value if arguments else NOTHING
    given = generators.resume(frame, receiver, {SENT: sent})
    return given if given is not NOTHING else UNKNOWN


def _throw(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    thrown = arguments[0].value if arguments else NOTHING
    given = generators.resume(frame, receiver, {THROWN: thrown})
    return given if given is not NOTHING else UNKNOWN


def _any(frame: Frame, receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    return frame.elements_of(receiver)


def _values(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    result = frame.fresh((node.at, 1), "list")
    frame.write(result, ANY, frame.elements_of(receiver))
    return result


def _items(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    pair = frame.fresh((node.at, 2), "tuple")
    frame.write(pair, 0, NOTHING)
    frame.write(pair, 1, frame.elements_of(receiver))
    result = frame.fresh((node.at, 3), "list")
    frame.write(result, ANY, pair)
    return result


def _keys(_frame: Frame, _receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    return NOTHING


def _copy(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    kinds = [ref.type for ref in receiver.refs if isinstance(ref, Obj)]
    if not kinds:
        return receiver
    result = frame.fresh((node.at, 4), kinds[0])
    frame.copy_fields(receiver, result)
    return Value(receiver.exact, receiver.vague, result.refs)


def _clear(frame: Frame, receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    if frame.state is not None and len(receiver.refs) == 1 and isinstance(receiver.refs[0], Obj):
        frame.state[receiver.refs[0]] = {}
    return NOTHING


_METHODS: dict[str, Method] = {
    "append": _add,
    "appendleft": _add,
    "add": _add,
    "insert": _add,
    "extend": _extend,
    "update": _update,
    "get": _get,
    "pop": _pop,
    "setdefault": _set_default,
    "popitem": _any,
    "values": _values,
    "items": _items,
    "keys": _keys,
    "copy": _copy,
    "clear": _clear,
    "format": _format,
    "format_map": _format,
    "join": _join,
    "replace": _replaced,
    "send": _send,
    "asend": _send,
    "throw": _throw,
    "athrow": _throw,
    "__getitem__": _get,
    "__setitem__": _set_item,
    "__delitem__": _pop,
    "__iter__": _values,
}
