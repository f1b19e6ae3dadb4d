"""Texts cut at a separator: what stands behind it, or before it, may say less than the whole, by entry."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.library import Guard
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import CONSTANT, SYMBOL_MASK, Value

_PIECES = {"split": 2, "rsplit": 2, "partition": 3, "rpartition": 3}
"""Pieces that a method cuts a text into that holds its separator once."""


def parted(frame: Frame, shown: Value, name: str, arguments: Sequence[Argument], at: int) -> Value | None:
    """The pieces of a text, one of them behind its guard; None where no entry speaks of the separator.

    `shown` is what the text shows.
    """
    if not (shown.exact or shown.vague):
        return None
    guard = guard_of(frame, name, arguments)
    if guard is None:
        head = head_of(frame, shown, name, arguments)
        return _headed(frame, shown, head, name, at) if head is not None else None
    made = frame.fresh((at, 33), "list" if name.endswith("split") else "tuple")
    last = _PIECES[name] - 1
    frame.write(made, 0, shown)
    if last > 1:
        frame.write(made, 1, CONSTANT)
    exact, vague = frame.masked(shown.exact, guard), frame.masked(shown.vague, guard)
    frame.write(made, last, Value(exact, vague & ~exact))
    return made


def _headed(frame: Frame, shown: Value, guard: Guard, name: str, at: int) -> Value:
    """The pieces of a text of which the first is guarded."""
    made = frame.fresh((at, 33), "list" if name.endswith("split") else "tuple")
    exact, vague = frame.masked(shown.exact, guard), frame.masked(shown.vague, guard)
    frame.write(made, 0, Value(exact, vague & ~exact))
    for number in range(1, _PIECES[name]):
        frame.write(made, number, shown)
    return made


def head_of(frame: Frame, shown: Value, name: str, arguments: Sequence[Argument]) -> Guard | None:
    """The guard of what stands before a separator, where a text shows nothing but what it names."""
    separator = arguments[0].value.text if arguments and name in _PIECES else ""
    guard = next((guard for guard in frame.engine.knowledge.heads if guard.ahead == separator), None)
    known = (shown.exact | shown.vague) & ~SYMBOL_MASK
    if guard is None or not known:
        return None
    return None if frame.engine.labels.guarded(known, guard) & known else guard


def cuts(frame: Frame, text: Value, name: str, arguments: Sequence[Argument]) -> bool:
    """Whether a call cuts a text into pieces of which an entry tells one from the others."""
    if name not in _PIECES or not arguments:
        return False
    if guard_of(frame, name, arguments) is not None:
        return True
    return head_of(frame, frame.deep(text), name, arguments) is not None


def guard_of(frame: Frame, name: str, arguments: Sequence[Argument]) -> Guard | None:
    """The guard of what stands behind the separator at which a call cuts a text, None for any other call."""
    separator = arguments[0].value.text if arguments and name in _PIECES else ""
    return next((guard for guard in frame.engine.knowledge.partings if guard.behind == separator), None)
