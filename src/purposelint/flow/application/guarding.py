"""Guards of a call: which one holds, and calls of which only the caller knows whether one does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Call
from purposelint.domain.library import Guard
from purposelint.flow.lookup.known import Known
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.matching import holds, named
from purposelint.flow.state.deferral import Passed, defer, place_of
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import NOTHING, SYMBOL_MASK, Static, Sym, Value, join

if TYPE_CHECKING:
    from purposelint.flow.calls.callee import Callee

_MOST_ARGUMENTS = 6
"""Arguments of a call that is left to the caller."""


def guard_of(known: Known, arguments: Sequence[Argument]) -> Guard | None:
    """The first guard whose conditions are known to hold."""
    for guard in known.guards:
        if not guard.when or holds(guard.when, _conditions(guard, arguments)):
            return guard
    return None


def through(
    frame: Frame, guard: Guard, receiver: Value | None, arguments: Sequence[Argument], result: Value
) -> Value:
    """What a guarded call gives of its receiver and arguments."""
    if guard.gives == "nothing":
        exact = receiver.exact if receiver is not None else 0
        for argument in arguments:
            exact |= argument.value.exact
        frame.engine.guardings.note(frame.info, frame.standing, guard, exact)
        return result
    combined = frame.deep(receiver) if receiver is not None else NOTHING
    for argument in arguments:
        combined = join(combined, frame.deep(argument.value))
    guarded = frame.guarded(combined, guard)
    return Value(guarded.exact, guarded.vague, result.refs)


def left_to_caller(
    frame: Frame, call: Call, callee: Callee, known: Known, arguments: Sequence[Argument]
) -> Value | None:
    """A call whose guard depends on what is handed in, as all its data is; None for any other."""
    if len(callee.outside) != 1 or callee.functions or known.sinks or len(arguments) > _MOST_ARGUMENTS:
        return None
    if callee.receiver is not None and not all(type(ref) is Static for ref in callee.receiver.refs):
        return None
    if not any(_is_open(guard, arguments) for guard in known.guards):
        return None
    flat = [frame.deep(argument.value) for argument in arguments]
    if any((value.exact | value.vague) & ~SYMBOL_MASK for value in flat):
        return None
    given = [Passed(argument.name, argument.star, argument.value) for argument in arguments]
    place = place_of(frame, call.at, call.to)
    return defer(frame, ("@" + callee.outside[0],), "", given, call.at, place)


def _is_open(guard: Guard, arguments: Sequence[Argument]) -> bool:
    """Whether something that a guard's conditions speak of is handed in as it is."""
    return any(
        name in guard.when and argument.value.refs and all(type(r) is Sym for r in argument.value.refs)
        for name, argument in _conditions(guard, arguments)
    )


def _conditions(guard: Guard, arguments: Sequence[Argument]) -> list[tuple[str, Argument]]:
    """Arguments by the names under which the guard's conditions speak of them."""
    return named(guard.parameters, tuple(guard.when), arguments, guard.when) if guard.when else []
