"""What annotations say that a value is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purposelint.domain.expressions import Expr
from purposelint.flow.state.values import Value

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame


def stated(frame: Frame, value: Value, annotation: Expr | None) -> Value:
    """A value as its annotation states it: what may be somewhere inside is no data that this excludes.

    What is known to be in the value speaks louder.
    """
    guards = frame.engine.stated_results.of(frame.info, annotation) if value.vague else ()
    if not guards:
        return value
    vague = 0
    for guard in guards:
        vague |= frame.masked(value.vague, guard)
    return Value(value.exact, vague & ~value.exact, value.refs, value.text)
