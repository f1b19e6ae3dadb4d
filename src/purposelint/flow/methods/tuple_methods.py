"""Methods of tuples whose items have names, as `namedtuple` makes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from purposelint.domain.expressions import Call
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state import store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import Obj, Value


def is_named(frame: Frame, receiver: Value) -> bool:
    """Whether all that a value may be is a tuple with names for its items."""
    return bool(receiver.refs) and all(
        isinstance(ref, Obj) and ref.type == "tuple" and any(map(store.is_named, frame.fields(ref)))
        for ref in receiver.refs
    )


def _as_dict(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    made = frame.fresh((node.at, 37), "dict")
    for ref in receiver.refs:
        for field, held in frame.fields(ref).items():
            if store.is_named(field):
                frame.write(made, "[" + str(field)[1:], held)
    return made


def _replaced(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    made = frame.fresh((node.at, 38), "tuple")
    frame.copy_fields(receiver, made)
    names = [str(field)[1:] for field in frame.fields(made.refs[0]) if store.is_named(field)]
    for argument in arguments:
        if argument.name in names:
            frame.write(made, names.index(argument.name), argument.value)
            frame.write(made, "." + argument.name, argument.value)
    return made


METHODS: dict[str, Callable[[Frame, Value, Sequence[Argument], Call], Value]] = {
    "_asdict": _as_dict,
    "_replace": _replaced,
}
