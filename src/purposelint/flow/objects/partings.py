"""Texts cut at a separator: what stands behind it may say less than the whole, by entry."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.library import Guard
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import CONSTANT, Value

_PIECES = {"split": 2, "rsplit": 2, "partition": 3, "rpartition": 3}
"""Pieces that a method cuts a text into that holds its separator once."""


def parted(frame: Frame, shown: Value, name: str, arguments: Sequence[Argument], at: int) -> Value | None:
    """The pieces of a text, the last one behind its guard; None where no entry speaks of the separator.

    `shown` is what the text shows.
    """
    guard = guard_of(frame, name, arguments)
    if guard is None or not (shown.exact or shown.vague):
        return None
    made = frame.fresh((at, 33), "list" if name.endswith("split") else "tuple")
    last = _PIECES[name] - 1
    frame.write(made, 0, shown)
    if last > 1:
        frame.write(made, 1, CONSTANT)
    exact, vague = frame.masked(shown.exact, guard), frame.masked(shown.vague, guard)
    frame.write(made, last, Value(exact, vague & ~exact))
    return made


def guard_of(frame: Frame, name: str, arguments: Sequence[Argument]) -> Guard | None:
    """The guard of what stands behind the separator at which a call cuts a text, None for any other call."""
    separator = arguments[0].value.text if arguments and name in _PIECES else ""
    return next((guard for guard in frame.engine.knowledge.partings if guard.behind == separator), None)
