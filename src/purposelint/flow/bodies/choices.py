"""What a conditional expression decides for a whole statement: two ways, as where an `if` does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from purposelint.domain.expressions import Cond, Expr, Name, Sub
from purposelint.flow.access.narrowing import narrow
from purposelint.flow.application import implicit
from purposelint.flow.state import carried, correlation
from purposelint.flow.state.frame import Frame

_Bind = Callable[[Sequence[Expr], Expr], None]


def bind(frame: Frame, targets: Sequence[Expr], value: Expr, bind_all: _Bind) -> None:
    """Bind targets to a value by `bind_all`, way by way.

    That is for `name = a if test else b` where a later test tells which way was taken, and where the test
    decides of the key: `d[a if test else b] = value`.
    """
    target = targets[0] if len(targets) == 1 else None
    if type(target) is Sub and type(target.index) is Cond:
        item, index = target, target.index

        def bind_under(key: Expr) -> None:
            bind(frame, (msgspec.structs.replace(item, index=key),), value, bind_all)

        either(frame, index, bind_under)
    elif (
        type(value) is Cond
        and all(type(target) is Name for target in targets)
        and correlation.tells(frame, value.test)
    ):
        either(frame, value, lambda one: bind(frame, targets, one, bind_all))
    else:
        bind_all(targets, value)


def either(frame: Frame, choice: Cond, act: Callable[[Expr], None]) -> None:
    """Act with what a conditional expression is where its test holds, and with what it is where not."""
    implicit.tested(frame, frame.value(choice.test), choice.test)
    before = frame.copied()
    narrow(frame, choice.test, holds=True)
    if frame.state is not None:
        act(choice.body)
    held, frame.state = frame.state, before
    narrow(frame, choice.test, holds=False)
    if frame.state is not None:
        act(choice.orelse)
    carried.meet(frame, choice.test, held, frame.state)
