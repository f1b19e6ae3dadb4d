"""Attributes that functions read and write: properties, and objects with `__get__` or `__set__`."""

from __future__ import annotations

from purposelint.flow.application.apply import call_function, call_summarised
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.instance_fields import class_attribute
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.properties import Managed
from purposelint.flow.state.values import (
    NOTHING,
    Instance,
    Obj,
    Ref,
    Static,
    Sym,
    Value,
    join,
    of,
)


def read(frame: Frame, ref: Obj | Sym | Instance, name: str, at: int, to: int) -> Value | None:
    """What an attribute gives that a function of the project reads; None for any other."""
    if not frame.engine.manager(ref.type, name):
        return None
    result: Value | None = None
    for held in class_attribute(frame, ref.type, name).refs:
        getter, given = _getter(frame, held, ref)
        if getter:
            found = call_function(frame, getter, [(None, each) for each in given], at, to)
            result = found if result is None else join(result, found)
    return result


def _getter(frame: Frame, held: Ref, instance: Ref) -> tuple[str, list[Value]]:
    """The function that reads an attribute, and what it is called with."""
    if isinstance(held, Managed):
        return held.getter, [of(instance)]
    method = frame.engine.program.method(getattr(held, "type", ""), "__get__")
    return method, [of(held), of(instance), of(Static(getattr(instance, "type", "")))]


def write(frame: Frame, ref: Ref, name: str, value: Value, at: int, to: int) -> bool:
    """Hand what is assigned to an attribute to the function that sets it; false where there is none."""
    kind = getattr(ref, "type", "")
    if kind not in frame.engine.program.classes:
        return False
    setter = frame.engine.setter(kind, name)
    if setter:
        call_function(frame, setter, [(None, of(ref)), (None, value)], at, to)
        return True
    written = False
    held = class_attribute(frame, kind, name) if frame.engine.manager(kind, name) else NOTHING
    for each in held.refs:
        setter, given = _setter(frame, each, ref)
        if setter:
            call_function(frame, setter, [(None, part) for part in (*given, value)], at, to)
            written = True
    return written


def _setter(frame: Frame, held: Ref, instance: Ref) -> tuple[str, list[Value]]:
    """The function that sets an attribute, and what it is called with before the value."""
    if isinstance(held, Managed):
        return held.setter, [of(instance)]
    method = frame.engine.program.method(getattr(held, "type", ""), "__set__")
    return method, [of(held), of(instance)]


def name_it(frame: Frame, value: Value, name: str) -> None:
    """Tell an object that a class body binds the name it is bound to, as `__set_name__` asks for."""
    for ref in value.refs:
        kind = getattr(ref, "type", "")
        method = frame.engine.program.method(kind, "__set_name__")
        if method:
            owner = frame.info.symbol.removesuffix(".<body>")
            at = frame.info.facts.at
            values = (of(ref), of(Static(owner)), Value(0, 0, (), name))
            summary = frame.engine.summary_for(frame, method, {len(values) - 1: name})
            if summary is not None:
                given = [Argument(None, value) for value in values]
                call_summarised(frame, method, summary, given, at, at)
