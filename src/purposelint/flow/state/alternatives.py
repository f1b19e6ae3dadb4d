"""A name that is one of several constant texts: what is done under each is a way of its own."""

from __future__ import annotations

from collections.abc import Callable

from purposelint.flow.state import branches, texts
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import NOTHING, Value, join


def in_turn(frame: Frame, name: Value, act: Callable[[Value], Value | None]) -> Value:
    """Act with each text that a name may be, or with the name as it is; what it gives in all."""
    known = [Value(0, 0, (), text) for text in texts.alternatives(name.text)]
    if not known or frame.state is None:
        return act(name) or NOTHING
    before, result, after = frame.state, NOTHING, None
    for each in known:
        frame.state = dict(before)
        found = act(each)
        result = found if found is not None and result is NOTHING else join(result, found or NOTHING)
        after = branches.merge(after, frame.state)
    frame.state = after
    return result
