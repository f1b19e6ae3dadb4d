"""Callables as objects: functions with what they keep, and callables with some arguments bound."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.facts import Function
from purposelint.domain.frameworks import Callback
from purposelint.flow.lookup.decorator_view import is_constant
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state import store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import (
    ANY,
    CONSTANT,
    DEFAULT,
    FUNCTION,
    NOTHING,
    PARTIAL,
    UNKNOWN,
    Bound,
    Instance,
    Obj,
    Queued,
    Ref,
    Static,
    Value,
    of,
)

ANSWER = "answer"
"""Type of an object that gives one value when it is called."""

HELD = ".held"
FUNCTION_FIELD = ".function"
_METHOD_FIELD = ".method"
_STAR_FIELD = ".*"
_STARS_FIELD = ".**"


def defined(frame: Frame, symbol: str, facts: Function) -> Value:
    """A function where it is defined: an object of its own where a default is data or code."""
    kept: list[tuple[int, Value]] = []
    for index, param in enumerate(facts.params):
        if param.default is not None and not is_constant(param.default):
            value = frame.value(param.default)
            if value.exact or any(ref not in UNKNOWN.refs for ref in value.refs):
                kept.append((index, value))
    if not symbol or not kept:
        return of(Static(symbol)) if symbol else NOTHING
    made = frame.fresh((facts.at, 19), FUNCTION + symbol)
    for index, value in kept:
        frame.write(made, f"{DEFAULT}{index}", value)
    return made


def function_of(ref: Ref) -> str:
    """Symbol of the function that a function object is, '' for any other ref."""
    return ref.type.removeprefix(FUNCTION) if isinstance(ref, Obj) and ref.type.startswith(FUNCTION) else ""


def is_partial(ref: Ref) -> bool:
    """Whether a ref is a callable with arguments bound."""
    return isinstance(ref, Obj) and ref.type.startswith(PARTIAL)


def bind_arguments(
    frame: Frame, entry: Callback, function: Value, arguments: Sequence[Argument], at: int
) -> Value:
    """A callable that has some of its arguments already."""
    made = frame.fresh((at, 18), PARTIAL + entry.id)
    if entry.gives == "method":
        frame.write(made, _METHOD_FIELD, CONSTANT)
    fill(frame, made, function, arguments)
    return made


def fill(frame: Frame, made: Value, function: Value, arguments: Sequence[Argument]) -> None:
    """Keep a function and arguments for it in an object."""
    frame.write(made, FUNCTION_FIELD, function)
    position = 0
    for argument in arguments:
        if argument.star:
            frame.write(made, _STAR_FIELD if argument.star == 1 else _STARS_FIELD, argument.value)
        elif argument.name is not None:
            frame.write(made, "[" + argument.name, argument.value)
        else:
            frame.write(made, position, argument.value)
            position += 1


def gets_receiver(frame: Frame, partial: Ref) -> bool:
    """Whether a callable with arguments bound is a method, which gets its object as well."""
    return frame.read(of(partial), _METHOD_FIELD) is not NOTHING


def bound_arguments(frame: Frame, partial: Ref) -> tuple[Value, list[Argument]]:
    """What a callable with arguments bound calls, and these arguments."""
    fields = store.fields_of(frame.state or {}, partial) or {}
    given = [Argument(None, fields[n]) for n in sorted(f for f in fields if isinstance(f, int))]
    if _STAR_FIELD in fields or ANY in fields:
        given.append(Argument(None, fields.get(_STAR_FIELD, fields.get(ANY, NOTHING)), 1))
    given.extend(
        Argument(name[1:], fields[name])
        for name in sorted(f for f in fields if isinstance(f, str))
        if name.startswith("[")
    )
    if _STARS_FIELD in fields:
        given.append(Argument(None, fields[_STARS_FIELD], 2))
    return fields.get(FUNCTION_FIELD, NOTHING), given


def answering(frame: Frame, value: Value, at: int) -> Value:
    """A callable that gives a value."""
    made = frame.fresh((at, 22), ANSWER)
    frame.write(made, HELD, value)
    return made


def answer(frame: Frame, holder: Value, methods: Sequence[str], value: Value, at: int) -> None:
    """Let methods of an object give a value."""
    made = answering(frame, value, at)
    for method in methods:
        frame.write(holder, "." + method, made)


def is_callable(frame: Frame, ref: Ref) -> bool:
    """Whether calling a ref runs code of the project, or of the outside by name."""
    program = frame.engine.program
    if (type(ref) is Bound or type(ref) is Queued) or function_of(ref) or is_partial(ref):
        return True
    if type(ref) is Static:
        return ref.name in program.functions or ref.name in program.classes
    return isinstance(ref, Obj | Instance) and bool(program.method(ref.type, "__call__"))
