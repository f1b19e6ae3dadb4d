"""The beginning of a hash: a few digits that many people share say nothing of one of them."""

from __future__ import annotations

from purposelint.domain.library import Guard
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import SYMBOLS, Value, bits

_SHARED_BY_MANY = 5
"""Digits of a hash, twenty bits at most: what k-anonymous look-ups send."""


def shortened(frame: Frame, value: Value, bounds: tuple[int | None, ...] | None) -> Value:
    """A slice of a value without the pseudonyms of which it is only a short beginning."""
    if bounds is None or not value.exact | value.vague or not _is_short(bounds[0], bounds[1]):
        return value
    whole = 0
    for index in bits(value.exact | value.vague):
        guard = _guard(frame, index)
        whole |= 1 << index if guard is None or guard.gives != "pseudonym" else 0
    return Value(value.exact & whole, value.vague & whole, value.refs, value.text)


def _is_short(lower: int | None, upper: int | None) -> bool:
    return not lower and upper is not None and 0 <= upper <= _SHARED_BY_MANY


def _guard(frame: Frame, index: int) -> Guard | None:
    if index < SYMBOLS:
        return frame.symbols[index].guard
    return frame.engine.labels.label(index).guard
