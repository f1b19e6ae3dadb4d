"""What calling a class gives: a new instance, by `__new__`, `__init__` or the constructor of a record."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Call
from purposelint.flow.access.printing import is_exception
from purposelint.flow.application.apply import call_function
from purposelint.flow.calls.callee import Callee
from purposelint.flow.objects import builtin_bases, receiver_parts, records
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.throwing import ARGUMENTS
from purposelint.flow.state.values import Static, Value, of

_CONSTRUCTOR = ".__init__"


def named_tuple(frame: Frame, fields: tuple[str, ...], arguments: Sequence[Argument], at: int) -> Value:
    """A tuple whose items have names."""
    made = frame.fresh((at, 17), "tuple")
    for position, argument in enumerate(arguments):
        name = argument.name or (fields[position] if position < len(fields) else "")
        if name in fields:
            frame.write(made, fields.index(name), argument.value)
            frame.write(made, "." + name, argument.value)
    return made


def construct(frame: Frame, symbol: str, arguments: Sequence[Argument], call: Call) -> Value:
    """A new instance of a class of the project."""
    program = frame.engine.program
    new = program.method(symbol, "__new__")
    if new:
        made = call_function(frame, new, [Argument(None, of(Static(symbol))), *arguments], call.at, call.to)
    else:
        made = frame.fresh((call.at,), symbol)
    if any(is_exception(base) for base in program.outside_bases(symbol)):
        keep_arguments(frame, made, arguments)
    init = program.method(symbol, "__init__")
    if not init:
        keep_by_base(frame, made, program.outside_bases(symbol), arguments, call.at)
    if init:
        call_function(frame, init, [Argument(None, made), *arguments], call.at, call.to)
    elif not new:
        fill(frame, made, symbol, arguments, call)
    return made


def fill(frame: Frame, made: Value, symbol: str, arguments: Sequence[Argument], call: Call) -> None:
    """Set what a constructor that the project does not write sets."""
    initial = records.fill(frame, made, symbol, arguments)
    name = frame.engine.record(symbol).hook
    hook = frame.engine.program.method(symbol, name) if name else ""
    if hook:
        call_function(frame, hook, [Argument(None, made), *initial], call.at, call.to)


def fill_base(frame: Frame, callee: Callee, arguments: Sequence[Argument], call: Call) -> None:
    """`super().__init__(...)` or `Base.__init__(self, ...)` of a constructor that is not the project's."""
    made = callee.base_of
    bases = [name.removesuffix(_CONSTRUCTOR) for name in callee.outside if name.endswith(_CONSTRUCTOR)]
    if made is None and bases and arguments and not callee.functions:
        made, arguments = arguments[0].value, arguments[1:]
    if made is None:
        return
    if any(is_exception(base) for base in bases):
        keep_arguments(frame, made, arguments)
        return
    keep_by_base(frame, made, bases, arguments, call.at)
    for ref in made.refs:
        kind = getattr(ref, "type", "")
        if frame.engine.record(kind) is not records.NO_RECORD:
            fill(frame, of(ref), kind, arguments, call)


def keep_by_base(
    frame: Frame, made: Value, bases: Sequence[str], arguments: Sequence[Argument], at: int
) -> None:
    """What a class of the outside above one of the project keeps of what it is made with."""
    knowledge = frame.engine.knowledge
    builtin_bases.keep_contents(frame, made, bases, arguments)
    for base in bases:
        if base not in knowledge.holders:
            continue
        for entry in knowledge.of_call((base,), "", "", resolved=True).passthroughs:
            if entry.into == receiver_parts.BY_NAME:
                receiver_parts.keep_by_name(frame, entry, arguments, made, at)


def allocate(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    """`object.__new__(cls)`: an instance whose constructor has not run; of a record with its fields."""
    refs = arguments[0].value.refs if arguments else ()
    symbol = next((ref.name for ref in refs if type(ref) is Static), "")
    made = frame.fresh((node.at, 19), symbol)
    if symbol in frame.engine.program.classes and len(arguments) > 1:
        records.fill(frame, made, symbol, arguments[1:])
    return made


def keep_arguments(frame: Frame, made: Value, arguments: Sequence[Argument]) -> None:
    """An exception keeps its positional arguments."""
    held = frame.fresh((arguments[0].arg.at if arguments and arguments[0].arg else 0, 11), "tuple")
    for index, argument in enumerate(a for a in arguments if a.name is None):
        frame.write(held, index, argument.value)
    frame.write(made, ARGUMENTS, held)
