"""`with`: what `as` binds, and what the end of the block runs, also when an exception leaves it."""

from __future__ import annotations

from typing import Any, cast

from purposelint.domain.expressions import Const, Expr
from purposelint.domain.statements import Handler, Raise, Return, Statement, Stmt, Try, With
from purposelint.flow.application import generators, implicit
from purposelint.flow.application.generators import ENTERED
from purposelint.flow.calls import assign
from purposelint.flow.state.branches import merge
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.store import State
from purposelint.flow.state.values import (
    BEGUN,
    MANAGER,
    NOTHING,
    THROWN,
    UNKNOWN,
    Begun,
    Instance,
    Value,
    join,
    of,
)

_EXITS = ("__exit__", "__aexit__")
_ENTRIES = ("__enter__", "__aenter__")
_RAISED = "\x00raised"
"""Variable that holds the exception while managers are left; no name of the program's own."""


class Leaving(Statement, frozen=True, tag=900):
    """The end of a `with` block, with the managers that listen; no statement of the program's own."""

    managers: tuple[Any, ...]
    failed: bool
    is_async: bool


def entered(frame: Frame, value: Value, expr: Expr | None = None, *, is_async: bool = False) -> Value:
    """What `with value as target` binds."""
    kept = frame.read(value, ENTERED)
    if kept is not NOTHING and any(_is_manager(ref) for ref in value.refs):
        others = tuple(ref for ref in value.refs if not _is_manager(ref))
        return join(kept, entered(frame, Value(value.exact, value.vague, others), expr)) if others else kept
    given = implicit.call(frame, value, _ENTRIES[::-1] if is_async else _ENTRIES, (), expr)
    if given is None:
        return value
    return join(given.value, given.rest) if given.rest.refs else given.value


def execute(frame: Frame, statement: With) -> None:
    """Enter the managers, run the block, and leave those that do something of their own then.

    A manager may swallow what its block raises: then the program goes on behind it.
    """
    managers: list[Value] = []
    for item in statement.items:
        frame.standing = (statement.at, statement.to)
        value = frame.value(item.value)
        managers.append(value)
        given = entered(frame, value, item.value, is_async=statement.is_async)
        if item.target is not None:
            assign.bind_target(frame, item.target, given)
    listening = tuple(
        (m, i.value) for m, i in zip(managers, statement.items, strict=True) if _listens(frame, m)
    )
    frame.thrown.append(None)
    frame.run((_as_try(statement, listening[::-1]),) if listening else statement.body)
    thrown = frame.thrown.pop()
    if frame.state is None and any(_may_swallow(frame, manager) for manager in managers):
        frame.state = _copy(thrown)
    frame.thrown[-1] = merge(frame.thrown[-1], thrown)


def _copy(state: State | None) -> State | None:
    return None if state is None else dict(state)


def _as_try(statement: With, listening: tuple[tuple[Value, Expr], ...]) -> Try:
    """The block as Python defines it: managers are left at its end, and before its exceptions go on."""
    at, to = statement.at, statement.to
    failed = cast("Stmt", Leaving(at, to, listening, failed=True, is_async=statement.is_async))
    handler = Handler(at, to, None, _RAISED, (failed, Raise(at, to, None, None)))
    ended = cast("Stmt", Leaving(at, to, listening, failed=False, is_async=statement.is_async))
    return Try(at, to, statement.body, (handler,), (ended,), (), star=False)


def leave(frame: Frame, statement: Leaving) -> None:
    """Call `__exit__` of the managers, last one first, with the exception if there is one."""
    raised = (frame.lookup(_RAISED) or UNKNOWN) if statement.failed else UNKNOWN
    exits = _EXITS[::-1] if statement.is_async else _EXITS
    for value, expr in statement.managers:
        implicit.call(frame, value, exits, (UNKNOWN, raised, UNKNOWN), expr)
        if statement.failed:
            generators.resume(frame, value, {THROWN: raised})


def _listens(frame: Frame, value: Value) -> bool:
    protocols = frame.engine.protocols
    for ref in value.refs:
        if any(protocols.methods(ref, name) for name in _EXITS):
            return True
        if _is_manager(ref):
            begun = frame.read(of(ref), BEGUN).refs
            return any(type(one) is Begun and frame.engine.catches(one.function) for one in begun)
    return False


def _may_swallow(frame: Frame, value: Value) -> bool:
    """Whether exceptions of the block may end with it; those of the outside may always."""
    methods = [m for ref in value.refs for name in _EXITS for m in frame.engine.protocols.methods(ref, name)]
    return not methods or any(_affirms(frame.engine.program.functions[m].facts.body) for m in methods)


def _affirms(body: tuple[Stmt, ...]) -> bool:
    """Whether a function may return something true."""
    pending: list[Any] = list(body)
    while pending:
        each = pending.pop()
        value = each.value if type(each) is Return else None
        if value is not None and (type(value) is not Const or value.value):
            return True
        for block in ("body", "orelse", "handlers", "final", "cases"):
            pending.extend(getattr(each, block, ()))
    return False


def _is_manager(ref: object) -> bool:
    return type(ref) is Instance and ref.type == MANAGER
