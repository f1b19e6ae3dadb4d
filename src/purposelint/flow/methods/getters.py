"""`operator.attrgetter`, `itemgetter` and `methodcaller`: callables that read what constants name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from purposelint.domain.expressions import Attr, Call, Const, Expr, Name, Sub
from purposelint.flow.access import attributes, items
from purposelint.flow.application import callables
from purposelint.flow.methods.container_builtins import Function
from purposelint.flow.methods.formatting import is_known
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.deferral import Passed, can_defer, defer, place_of
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import attribute_named
from purposelint.flow.state.values import NOTHING, PARTIAL, UNKNOWN, Static, Value, join, of

FOLLOW = "attrgetter()"
"""Stands for a method of a text that follows it as a path of attributes, where the caller knows the text."""

_CALLED = "()"
"""Ends the name of what such a callable does when it is called."""

_Read = Callable[[Frame, Call, Value, Argument], Value]


def _maker(name: str) -> Function:
    """A callable that keeps what it was made with."""

    def make(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
        made = frame.fresh((node.at, 23), PARTIAL + name)
        frame.write(made, callables.FUNCTION_FIELD, of(Static(name + _CALLED)))
        for position, argument in enumerate(arguments):
            field = position if argument.name is None else "[" + argument.name
            frame.write(made, field, argument.value)
        return made

    return make


def _reader(read: _Read) -> Function:
    """What the callable gives of its last argument: one part, or a tuple of parts."""

    def call(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
        *names, holder = arguments or [Argument(None, UNKNOWN)]
        parts = [read(frame, node, name.value, holder) for name in names]
        if len(parts) == 1:
            return parts[0]
        made = frame.fresh((node.at, 24), "tuple")
        for position, part in enumerate(parts):
            frame.write(made, position, part)
        return made

    return call


def _attribute(frame: Frame, node: Call, path: Value, holder: Argument) -> Value:
    if is_known(path):
        return followed(frame, holder.value, _expression(holder, node), path.text, node.to)
    result = NOTHING
    for ref in path.refs:
        if can_defer(ref, frame):
            place = place_of(frame, node.at, node.to)
            given = Passed(None, 0, holder.value)
            result = join(result, defer(frame, ref.path, FOLLOW, (given,), node.at, place))
    return frame.attribute(holder.value, path) if result is NOTHING else result


def followed(frame: Frame, value: Value, expr: Expr, path: str, to: int) -> Value:
    """What stands at the end of a path of attributes, `user.email`."""
    for name in path.split("."):
        there = Attr(expr, attribute_named(name)[1:], to)
        value, expr = attributes.read(frame, value, there, computed=True), there
    return value


def _item(frame: Frame, node: Call, key: Value, holder: Argument) -> Value:
    constant = Const("str", key.text) if is_known(key) else Name("", node.at)
    return items.read_item(frame, holder.value, key, Sub(_expression(holder, node), constant, node.to))


def _expression(holder: Argument, node: Call) -> Expr:
    return holder.arg.value if holder.arg else Name("", node.at)


def _method(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    """`methodcaller(name, *arguments)(value)`."""
    if len(arguments) < 2 or not is_known(arguments[0].value):
        return UNKNOWN
    plain = [argument for argument in arguments if argument.name is None]
    named = [argument for argument in arguments if argument.name is not None]
    given = [*plain[1:-1], *named]
    return frame.engine.call_value(frame, plain[-1].value, plain[0].value.text, given, node.at, node.to)


FUNCTIONS: dict[str, Function] = {
    "operator.attrgetter": _maker("operator.attrgetter"),
    "operator.itemgetter": _maker("operator.itemgetter"),
    "operator.methodcaller": _maker("operator.methodcaller"),
    "operator.attrgetter()": _reader(_attribute),
    "operator.itemgetter()": _reader(_item),
    "operator.methodcaller()": _method,
}
