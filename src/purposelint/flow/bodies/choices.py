"""`name = a if test else b`: two ways, as where a statement decides, if the test is asked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from purposelint.domain.expressions import Cond, Expr, Name
from purposelint.flow.access.narrowing import narrow
from purposelint.flow.application import implicit
from purposelint.flow.state import carried, correlation
from purposelint.flow.state.frame import Frame


def bind(frame: Frame, targets: Sequence[Expr], value: Expr, bind_one: Callable[[Expr], None]) -> None:
    """Bind names to a value by `bind_one`, way by way where a later test tells which one was taken."""
    if (
        not isinstance(value, Cond)
        or not all(isinstance(target, Name) for target in targets)
        or not correlation.tells(frame, value.test)
    ):
        bind_one(value)
        return
    implicit.tested(frame, frame.value(value.test), value.test)
    before = frame.copied()
    narrow(frame, value.test, holds=True)
    if frame.state is not None:
        bind(frame, targets, value.body, bind_one)
    held, frame.state = frame.state, before
    narrow(frame, value.test, holds=False)
    if frame.state is not None:
        bind(frame, targets, value.orelse, bind_one)
    carried.meet(frame, value.test, held, frame.state)
