"""Builtin functions that move data in ways of their own; the rest of them are catalogue entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from purposelint.domain.expressions import Attr, Call
from purposelint.flow import attributes
from purposelint.flow.arguments import Argument
from purposelint.flow.frame import Frame
from purposelint.flow.spreading import spread
from purposelint.flow.values import ANY, MORE, NOTHING, UNKNOWN, Super, Value, join, of

Function: TypeAlias = Callable[[Frame, Call, Sequence[Argument]], Value]


def call(frame: Frame, node: Call, names: Sequence[str], arguments: Sequence[Argument]) -> Value | None:
    """Value of a call to one of these builtins, None for any other call."""
    for name in names:
        if name.startswith("builtins."):
            function = _FUNCTIONS.get(name[9:])
            if function is not None:
                return function(frame, node, arguments)
    return None


def _container(kind: str) -> Function:
    def make(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
        result = frame.fresh((node.at, 5), kind)
        for argument in arguments:
            if argument.name is not None:
                frame.write(result, "[" + argument.name, argument.value)
            elif kind == "dict":
                spread(frame, argument.value, result)
            else:
                frame.write(result, ANY, frame.elements_of(argument.value))
        return result

    return make


def _elements(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    result = frame.fresh((node.at, 6), "list")
    for argument in arguments:
        if argument.name is None:
            frame.write(result, ANY, frame.elements_of(argument.value))
    return result


def _pairs(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    pair = frame.fresh((node.at, 7), "tuple")
    for index, argument in enumerate(arguments):
        frame.write(pair, index, frame.elements_of(argument.value))
    result = frame.fresh((node.at, 8), "list")
    frame.write(result, ANY, pair)
    return result


def _numbered(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    pair = frame.fresh((node.at, 9), "tuple")
    for argument in arguments[:1]:
        frame.write(pair, 1, frame.elements_of(argument.value))
    result = frame.fresh((node.at, 10), "list")
    frame.write(result, ANY, pair)
    return result


def _one(frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    result = NOTHING
    for index, argument in enumerate(arguments):
        if argument.name is None:
            result = join(result, frame.elements_of(argument.value) if index == 0 else argument.value)
    return result


def _extreme(frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    plain = [a for a in arguments if a.name is None]
    if len(plain) == 1:
        return frame.elements_of(plain[0].value)
    result = NOTHING
    for argument in plain:
        result = join(result, argument.value)
    return result


def _getattr(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    if len(arguments) < 2 or arguments[0].arg is None:
        return UNKNOWN
    text = arguments[1].value.text
    if not text or MORE in text or not text.isidentifier():
        return UNKNOWN
    result = attributes.evaluate(frame, Attr(arguments[0].arg.value, text, node.to))
    for default in arguments[2:3]:
        result = join(result, default.value)
    return result


def _setattr(frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    if len(arguments) == 3:
        text = arguments[1].value.text
        known = text and MORE not in text
        frame.write(arguments[0].value, "." + text if known else ANY, arguments[2].value)
    return NOTHING


def _super(frame: Frame, _node: Call, _arguments: Sequence[Argument]) -> Value:
    owner = frame.info.owner
    params = frame.info.facts.params
    if not owner or not params:
        return UNKNOWN
    receiver = frame.lookup(params[0].name)
    return of(Super(owner, receiver)) if receiver is not None else UNKNOWN


_FUNCTIONS: dict[str, Function] = {
    "dict": _container("dict"),
    "list": _container("list"),
    "tuple": _container("tuple"),
    "set": _container("set"),
    "frozenset": _container("set"),
    "sorted": _elements,
    "reversed": _elements,
    "iter": _elements,
    "filter": _elements,
    "zip": _pairs,
    "enumerate": _numbered,
    "next": _one,
    "min": _extreme,
    "max": _extreme,
    "getattr": _getattr,
    "setattr": _setattr,
    "super": _super,
}
