"""Calls that call a function they are handed: threads, executors, `partial`."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Call
from purposelint.domain.library import Callback
from purposelint.flow.arguments import Argument
from purposelint.flow.callables import bind_arguments
from purposelint.flow.frame import Frame
from purposelint.flow.values import Value


def call(
    frame: Frame, node: Call, names: Sequence[str], last: str, receiver: str, arguments: Sequence[Argument]
) -> Value | None:
    """Make the call that an entry says is made; the function with its arguments bound where it says so."""
    entry = frame.engine.knowledge.callback(names, last, receiver)
    if entry is None:
        return None
    function, given = _read(entry, arguments)
    if function is None:
        return None
    if entry.bound:
        return bind_arguments(frame, entry.id, function.value, given, (node.at, 18))
    frame.engine.call_value(frame, function.value, "", given, node.at, node.to)
    return None


def _read(entry: Callback, arguments: Sequence[Argument]) -> tuple[Argument | None, list[Argument]]:
    """The function that is handed over, and the arguments it will get."""
    function: Argument | None = None
    given: list[Argument] = []
    one_by_one = entry.parameters[-1:] == ("*args",)
    order = entry.parameters[:-1] if one_by_one else entry.parameters
    position = 0
    for argument in arguments:
        name = argument.name
        if name is None and argument.star == 0:
            name = order[position] if position < len(order) else None
            position += 1
        if name in ("function", "target", "func", "fn"):
            function = argument
        elif name in ("args", "kwargs") and not one_by_one:
            given.append(Argument(None, argument.value, 1 if name == "args" else 2, argument.arg))
        elif one_by_one and name not in order:
            given.append(argument)
    return function, given
