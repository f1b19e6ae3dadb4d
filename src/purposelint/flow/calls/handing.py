"""What calls hand on as the objects that they are, not as the data in them."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.library import Passthrough
from purposelint.flow.application.generators import ENTERED
from purposelint.flow.calls import managers
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, MANAGER, Instance, Value, join, of


def given(
    frame: Frame, entry: Passthrough, chosen: Sequence[Value], arguments: Sequence[Argument], at: int
) -> Value:
    """The value of a call whose entry says that its arguments come back themselves."""
    if entry.gives == "places":
        return _items(frame, arguments, at)
    value = chosen[0]
    for other in chosen[1:]:
        value = join(value, other)
    if entry.gives == "entered":
        value = managers.entered(frame, value)
    elif entry.gives == "manager":
        manager = of(Instance(MANAGER, (at, 14)))
        if frame.state is not None:
            frame.state[manager.refs[0]] = {ENTERED: value}
        return manager
    if not entry.into.isdigit():
        return value
    parts = frame.fresh((at, 13), "tuple")
    frame.write(parts, int(entry.into), value)
    return parts


def _items(frame: Frame, arguments: Sequence[Argument], at: int) -> Value:
    """A list of the positional arguments; behind a starred one places are not known."""
    result = frame.fresh((at, 14), "list")
    place: int | None = 0
    for argument in arguments:
        if argument.name is not None or argument.star == 2:
            continue
        if argument.star == 1:
            frame.write(result, ANY, frame.elements_of(argument.value))
            place = None
        else:
            frame.write(result, ANY if place is None else place, argument.value)
            place = None if place is None else place + 1
    return result
