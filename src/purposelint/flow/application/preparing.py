"""What a sink's arguments are before they leave: a method of its receiver, or they, may be called."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Call
from purposelint.domain.library import Sink
from purposelint.flow.application import callables
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.matching import named
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import Bound, Ref, Static, Value

_MESSAGE = "msg"
_KEYWORDS = "extra"


def prepared(
    frame: Frame, sink: Sink, call: Call, arguments: Sequence[Argument], receiver: Value | None
) -> tuple[Sequence[Argument], Value | None]:
    """The arguments as they leave, and the receiver as far as it leaves by itself."""
    if sink.calls:
        arguments = [_called(frame, argument, call) for argument in arguments]
    if not sink.prepares or receiver is None:
        return arguments, receiver
    program = frame.engine.program
    own = tuple(ref for ref in receiver.refs if program.method(getattr(ref, "type", ""), sink.prepares))
    return (_by_method(frame, sink, call, arguments, own), None) if own else (arguments, receiver)


def _by_method(
    frame: Frame, sink: Sink, call: Call, arguments: Sequence[Argument], own: tuple[Ref, ...]
) -> list[Argument]:
    """The arguments with the message, and the keywords, that the receiver's method gives for them."""
    matched = named(sink.parameters, sink.arguments, arguments)
    message = next((argument for name, argument in matched if name == _MESSAGE), None)
    if message is None:
        return list(arguments)
    keywords = frame.fresh((call.at, 33), "dict")
    for argument in arguments:
        if argument.name is not None:
            frame.write(keywords, "[" + argument.name, argument.value)
    handed = [Argument(None, message.value, 0, message.arg), Argument(None, keywords)]
    given = frame.engine.call_value(frame, Value(0, 0, own), sink.prepares, handed, call.at, call.to)
    said, others = frame.part(given, 0), frame.part(given, 1)
    plain = [
        a._replace(value=said) if a is message else a for a in arguments if a.name is None or a is message
    ]
    return [*plain, Argument(_KEYWORDS, others)]


def _called(frame: Frame, argument: Argument, call: Call) -> Argument:
    """What a function among the arguments gives; anything else as it is."""
    refs = tuple(ref for ref in argument.value.refs if _is_function(frame, ref))
    if not refs:
        return argument
    given = frame.engine.call_value(frame, Value(0, 0, refs), "", [], call.at, call.to)
    return argument._replace(value=given)


def _is_function(frame: Frame, ref: Ref) -> bool:
    """Whether a ref is a function or a method, not a class or an object that can be called too."""
    if type(ref) is Static:
        return ref.name in frame.engine.program.functions
    return type(ref) is Bound or bool(callables.function_of(ref)) or callables.is_partial(ref)
