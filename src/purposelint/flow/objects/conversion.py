"""Functions that a serialiser calls with the objects that it cannot write: `json.dumps(o, default=vars)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from purposelint.domain.expressions import Call
from purposelint.domain.library import Passthrough, Sink
from purposelint.flow.lookup.known import Known
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import Instance, Static, Value, join, of

_MOST_OBJECTS = 8


def converted(frame: Frame, known: Known, arguments: Sequence[Argument], call: Call) -> Sequence[Argument]:
    """The arguments of a call, the first with what the function among them makes of the objects in it."""
    if len(arguments) < 2:
        return arguments
    entries: list[Sink | Passthrough] = [*(each.sink for each in known.sinks), *known.passthroughs]
    wanted = next((entry.converts for entry in entries if entry.converts), None)
    if not wanted:
        return arguments
    first = arguments[0]
    result = first.value
    for converter, method in _converters(frame, wanted, arguments):
        for ref in frame.objects_in(first.value)[:_MOST_OBJECTS]:
            given = [Argument(None, of(ref))]
            made = frame.engine.call_value(frame, converter, method, given, call.at, call.to)
            result = join(result, made)
    return (first._replace(value=result), *arguments[1:])


def _converters(
    frame: Frame, wanted: Mapping[str, str], arguments: Sequence[Argument]
) -> Iterator[tuple[Value, str]]:
    """Functions to call, or instances of classes with the method to call."""
    for argument in arguments:
        method = wanted.get(argument.name or "")
        if method is None:
            continue
        if not method:
            yield argument.value, ""
        for ref in argument.value.refs if method else ():
            if type(ref) is Static and frame.engine.program.method(ref.name, method):
                yield of(Instance(ref.name)), method
