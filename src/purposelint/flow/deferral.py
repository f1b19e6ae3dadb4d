"""Calls that only the caller can resolve: of functions and objects that it handed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from purposelint.flow.frame import Frame
from purposelint.flow.store import State
from purposelint.flow.values import UNKNOWN, Path, Value

_MOST_DEFERRED = 12


class Passed(NamedTuple):
    """An argument of a deferred call."""

    name: str | None
    star: int
    value: Value


class DeferredCall(NamedTuple):
    """A call left to the caller, with the store at that point."""

    path: Path
    method: str
    arguments: tuple[Passed, ...]
    state: State | None


def defer(frame: Frame, path: Path, method: str, arguments: Sequence[Passed], at: int) -> Value:
    """Leave a call to the caller, who knows what it handed in; its result is a port of its own."""
    key = (at, path, method)
    if key not in frame.deferred and len(frame.deferred) >= _MOST_DEFERRED:
        frame.limited = True
        return UNKNOWN
    number = list(frame.deferred).index(key) if key in frame.deferred else len(frame.deferred)
    frame.deferred[key] = DeferredCall(path, method, tuple(arguments), frame.state)
    return frame.sym((f"!{number}",), "")
