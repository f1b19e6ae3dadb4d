"""Methods of texts and containers as values: `add = parts.append`, `meth = text.upper`."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Call
from purposelint.flow.application import callables
from purposelint.flow.methods import containers, text_methods
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import CONTAINERS, NOTHING, PARTIAL, UNKNOWN, Obj, Static, Value, of

_CALLED = "method()"
"""What such a value calls: the method of its first argument that its second one names."""

NAMES = containers.METHODS | text_methods.KEEPING
"""Names of attributes that may be such a method."""


def of_attribute(frame: Frame, holder: Value, name: str, at: int) -> Value | None:
    """The method that an attribute of a text or a container is, None where it may be something else."""
    if not _is_method(frame, holder, name):
        return None
    made = frame.fresh((at, 31), PARTIAL + _CALLED)
    frame.write(made, callables.FUNCTION_FIELD, of(Static(_CALLED)))
    frame.write(made, 0, holder)
    frame.write(made, 1, Value(0, 0, (), name))
    return made


def _is_method(frame: Frame, holder: Value, name: str) -> bool:
    if frame.read(holder, "." + name) is not NOTHING and not (holder.exact and text_methods.keeps(name)):
        return False
    if all(isinstance(ref, Obj) and ref.type in CONTAINERS for ref in holder.refs) and holder.refs:
        return name in containers.METHODS
    return bool(holder.exact) and text_methods.keeps(name)


def called(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    """Call the method with what it is given beside its object and its name."""
    if len(arguments) < 2:
        return UNKNOWN
    holder, name, *given = arguments
    return frame.engine.call_value(frame, holder.value, name.value.text, given, node.at, node.to)


FUNCTIONS = {_CALLED: called}
