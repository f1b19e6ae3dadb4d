"""What a function did with things whose class it did not know, done where the class is known: at the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purposelint.domain.program import FunctionInfo
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import KEY_OF, NOTHING, UNKNOWN, Field, Value

if TYPE_CHECKING:
    from purposelint.flow.application.implicit import Given


def knew(frame: Frame, callee: FunctionInfo, port: Field) -> bool:
    """Whether a callee knew the class of what it was handed, and so called its methods itself."""
    params = callee.facts.params
    if not isinstance(port, int) or port >= len(params):
        return False
    if port == 0 and callee.owner:
        return True
    return frame.engine.annotated(callee, params[port].annotation) in frame.engine.program.classes


def read(frame: Frame, value: Value, field: Field, standing: tuple[int, int]) -> Given | None:
    """A field of something, by the method that gives it; None where no method does."""
    before, frame.standing = frame.standing, standing
    found = frame.engine.asked(frame, value, field)
    frame.standing = before
    return found


def write(frame: Frame, target: Value, field: Field, value: Value, standing: tuple[int, int]) -> Value:
    """Give an item to the method that takes it; what is left are the things without such a method."""
    if not isinstance(field, str) or field[0] not in ("[", KEY_OF):
        return target
    key = Value(0, 0, (), field[1:]) if field.startswith("[") else UNKNOWN
    before, frame.standing = frame.standing, standing
    found = frame.engine.special(frame, target, ("__setitem__",), (key, value))
    frame.standing = before
    return target if found is None else found.rest if found.rest.refs else NOTHING
