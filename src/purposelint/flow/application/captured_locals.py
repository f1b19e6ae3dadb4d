"""Local variables that leave with an exception: what error monitoring reads off a function's frame."""

from __future__ import annotations

import msgspec

from purposelint.domain.flows import SinkPoint
from purposelint.domain.place import Place
from purposelint.flow.state.forms import REPR
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.summary import Leak
from purposelint.flow.state.values import NOTHING, Value, join

_OF_THE_CALLER = 1
"""Length of what is being handled where only the caller may be in a handler."""


def remember(frame: Frame, point: SinkPoint, place: Place, told: Value = NOTHING) -> None:
    """What a function shows of itself where it reports what it caught, or has that reported.

    `place` is where it stands then, `told` what the report says anyway: that is a flow of its own.
    """
    if len(frame.handling) == _OF_THE_CALLER or not frame.engine.captures.takes(point.id):
        return
    held = _shown(frame)
    exact = held.exact & ~told.exact
    vague = held.vague & ~(told.exact | told.vague | exact)
    if not exact | vague:
        return
    key = ("frames", point.place, point.id, place.span)
    handed = (point.place,) if place == point.place else (point.place, place)
    before = frame.leaks.get(key)
    if before is not None:
        exact, vague = exact | before.exact, vague | before.vague
    sink = msgspec.structs.replace(point, frames=(place,))
    frame.leaks[key] = Leak(sink, exact, vague & ~exact, 0, place, point.call, handed)


def _shown(frame: Frame) -> Value:
    """What all variables show, those left out that nobody sends."""
    held = NOTHING
    for name, value in list((frame.state or {}).items()):  # showing an object may make new ones
        if not isinstance(name, str) or type(value) is not Value or not name.isidentifier():
            continue
        if not frame.engine.captures.scrubs(name):
            held = join(held, frame.deep(value, REPR))
    return held
