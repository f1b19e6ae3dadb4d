"""Parts of a call's receiver as entries name them: `self`, `self.name`, and `[]` for the items of either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain.library import Passthrough
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.matching import named
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import attribute_named
from purposelint.flow.state.throwing import ARGUMENTS
from purposelint.flow.state.values import (
    ANY,
    NOTHING,
    Instance,
    Static,
    Sym,
    Value,
    attribute_dicts,
    join,
    of,
)

BY_NAME = ".*"
"""An `into` that makes each argument an attribute of the result, by the parameter's name."""

_RECEIVER = "self"
_ITEMS = "[]"


def is_part(name: str) -> bool:
    """Whether the name of an argument in an entry is the receiver, or a part of it."""
    return name == _RECEIVER or name.startswith((_RECEIVER + ".", _RECEIVER + _ITEMS))


def of_receiver(frame: Frame, wanted: Sequence[str], receiver: Value | None) -> Iterator[tuple[str, Value]]:
    """The parts of a receiver that an entry wants, with their names, as far as anything is known of them."""
    for name in wanted if receiver is not None else ():
        if receiver is not None and is_part(name):
            held = receiver if name == _RECEIVER else _part(frame, receiver, name)
            if held is not NOTHING:
                yield name, held


def _part(frame: Frame, receiver: Value, name: str) -> Value:
    holder = _holder(frame, receiver, name)
    return frame.read(holder, ANY) if name.endswith(_ITEMS) else holder


def _holder(frame: Frame, receiver: Value, name: str) -> Value:
    """The receiver or its attribute, whose items a name may stand for."""
    field = name.removeprefix(_RECEIVER).removesuffix(_ITEMS)
    if not field:
        return receiver
    result = NOTHING
    for ref in receiver.refs:
        held = frame.read(of(ref), field)
        if type(ref) is Sym and ref.type and held == of(Sym((*ref.path, field), "")):
            held = of(Sym((*ref.path, field), frame.engine.knowledge.type_of_attribute(ref.type, field[1:])))
        result = held if result is NOTHING else join(result, held)
    return result


def put(frame: Frame, entry: Passthrough, receiver: Value, held: Value) -> None:
    """Put something into a part of the receiver: the thing itself where the entry keeps it, else its data."""
    if entry.into == _RECEIVER:
        frame.keep(receiver, held)
    elif entry.into.endswith(_ITEMS):
        holder = _holder(frame, receiver, entry.into)
        if entry.keeps:
            frame.write(holder, ANY, held)
        else:
            frame.keep(holder, held)
    else:
        field = entry.into.removeprefix(_RECEIVER)
        frame.write(receiver, field, held if entry.keeps else join(frame.read(receiver, field), held))


def put_into_argument(frame: Frame, entry: Passthrough, arguments: Sequence[Argument], held: Value) -> None:
    """Put data into another argument; what is known by name alone (`sys.stderr`) keeps nothing."""
    for name, argument in named(entry.parameters, entry.arguments, arguments, (entry.into,)):
        if name == entry.into:
            target = argument.value
            refs = tuple(ref for ref in target.refs if type(ref) is not Static)
            frame.keep(Value(target.exact, target.vague, refs), held)
            return


def keep_by_name(
    frame: Frame, entry: Passthrough, arguments: Sequence[Argument], result: Value, at: int
) -> Value:
    """Keep the arguments as attributes of the result, which its text does not show.

    What is not given begins as an empty mapping, so that what is put there later is found. Where any name
    may be chosen (`*`), each keyword is an attribute, and the text shows them all.
    """
    if "*" in entry.arguments:
        return _keep_keywords(frame, arguments, result)
    given = dict(named(entry.parameters, entry.arguments, arguments))
    if any(type(ref) is Instance for ref in result.refs):
        frame.write(result, ARGUMENTS, NOTHING)
    for number, name in enumerate(entry.arguments):
        argument = given.get(name)
        held = argument.value if argument is not None else frame.fresh((at, 30, number), "dict")
        frame.write(result, "." + name, held)
    return result


def _keep_keywords(frame: Frame, arguments: Sequence[Argument], result: Value) -> Value:
    for argument in arguments:
        if argument.name is not None:
            frame.write(result, attribute_named(argument.name), argument.value)
        elif argument.star:
            spread(frame, argument.value, attribute_dicts(result))
    return result
