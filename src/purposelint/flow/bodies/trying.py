"""Raising exceptions and handling them: `raise`, `try` with its handlers, `except*`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from purposelint.domain.expressions import Const
from purposelint.domain.statements import For, Handler, If, Match, Raise, Stmt, Try, While, With
from purposelint.flow.state import throwing
from purposelint.flow.state.branches import merge
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.store import State
from purposelint.flow.state.throwing import Raised, Thrown
from purposelint.flow.state.values import (
    ANY,
    CONTAINERS,
    NOTHING,
    Instance,
    Obj,
    Static,
    Value,
    join,
)

_COMPOUND = (If, While, For, Try, With, Match)
_MOST_HANDLED = 40
"""Classes of exceptions that one handler names."""

_MOST_FINALS = 3
"""`finally` blocks inside one another that are executed once more for the ways that leave."""


def raised(frame: Frame, statement: Raise) -> None:
    """`raise value from cause`; a plain one raises again what is being handled."""
    if statement.value is None:
        for kind, thrown in frame.handling[-1].items():
            frame.raise_(kind, thrown)
    else:
        value = frame.value(statement.value)
        behind = _behind(frame, statement, value)
        throwing.hand_on(frame, "", Thrown(value, behind), statement.at)
    frame.leave()


def _behind(frame: Frame, statement: Raise, value: Value) -> Value:
    """What a traceback shows before this exception: its cause, or what was being handled."""
    handled: Raised = frame.handling[-1] if len(frame.handling) > 1 else {}
    _chain(frame, value, "__context__", throwing.values(handled))
    again = any(ref in thrown.value.refs for thrown in handled.values() for ref in value.refs if _own(ref))
    if statement.cause is None:
        if not again:
            return throwing.traceback(frame, handled)
        return _joined(thrown.behind for thrown in handled.values())
    cause = frame.value(statement.cause)
    if type(statement.cause) is Const:
        return NOTHING
    _chain(frame, value, "__cause__", cause)
    chain = (thrown for thrown in handled.values() if any(ref in cause.refs for ref in thrown.value.refs))
    before = throwing.traceback(frame, {"": Thrown(cause)})
    return join(before, _joined(thrown.behind for thrown in chain))


def _chain(frame: Frame, value: Value, name: str, led: Value) -> None:
    """Let an exception keep what led to it, as an attribute that its text does not show."""
    raised_here = tuple(ref for ref in value.refs if _own(ref) and ref not in led.refs)
    if led.refs and raised_here:
        frame.write(Value(0, 0, raised_here), "." + name, led)


def _own(ref: object) -> bool:
    return isinstance(ref, Obj) or (type(ref) is Instance and bool(ref.site))


def _joined(values: Iterable[Value]) -> Value:
    result = NOTHING
    for value in values:
        result = join(result, value)
    return result


def execute(frame: Frame, statement: Try) -> None:
    """`try`: each handler gets the exceptions that its classes fit, the others go on outwards."""
    around, frame.left = frame.left, None
    frame.raised.append({})
    frame.thrown.append(None)
    inside = _attempt(frame, statement.body)
    left = frame.raised.pop()
    inside = merge(inside, frame.thrown.pop())
    frame.run(statement.orelse)
    ends = [frame.state]
    handled: set[str] = set()
    for handler in statement.handlers:
        frame.state = inside
        left = _handle(frame, statement, handler, left, handled)
        ends.append(frame.state)
    frame.state = inside
    for kind, thrown in left.items():
        if kind not in handled:
            frame.raise_(kind, thrown)
    frame.state = None
    for end in ends:
        frame.state = merge(frame.state, end)
    if statement.final:
        _finally(frame, statement.final, inside)
    frame.left = merge(around, frame.left)


def _handle(frame: Frame, statement: Try, handler: Handler, left: Raised, handled: set[str]) -> Raised:
    """Run one handler over what it catches, which `handled` remembers; gives what may pass it by."""
    kinds = _kinds(frame, frame.value(handler.exception)) if handler.exception is not None else ()
    if statement.star:
        caught, left = throwing.split_groups(frame, left, kinds, handler.at)
    else:
        caught, left = throwing.split(frame.engine, left, kinds)
    handled.update(caught)
    frame.state = frame.copied()
    bound = join(throwing.values(caught), _stranger(kinds, handler.at))
    if handler.name:
        frame.bind(handler.name, bound)
    if not caught:
        caught = {kind: Thrown(value) for kind, value in throwing.by_kind(frame, bound, handler.at)}
    frame.handling.append(caught)
    frame.run(handler.body)
    frame.handling.pop()
    return left


def _kinds(frame: Frame, value: Value) -> tuple[str, ...]:
    """Classes that a handler names; '' where one can't be told."""
    found: dict[str, None] = {}
    for ref in value.refs:
        if type(ref) is Static:
            found[ref.name] = None
        elif isinstance(ref, Obj) and ref.type in CONTAINERS:
            found.update(dict.fromkeys(_kinds(frame, frame.read(value, ANY))))
        else:
            found[""] = None
    frame.limited = frame.limited or len(found) > _MOST_HANDLED
    return tuple(found)[:_MOST_HANDLED] or ("",)


def _stranger(kinds: tuple[str, ...], at: int) -> Value:
    """An exception that nobody was seen to raise: no more than its class is known."""
    return Value(0, 0, tuple(Instance(kind, (at, 22)) for kind in kinds or ("",)))


def _attempt(frame: Frame, body: Sequence[Stmt]) -> State | None:
    """Execute the body of a try; gives the store as any of its statements may leave it by raising.

    A simple statement raises before it binds a name, a compound one anywhere inside. What objects hold
    is kept in any case: the exception is one of them.
    """
    inside = frame.copied()
    for statement in body:
        before = frame.state
        inside = merge(inside, _copy(before))
        frame.run((statement,))
        if isinstance(statement, _COMPOUND):
            inside = merge(inside, frame.copied())
        after = frame.state if frame.state is not None else frame.left
        if inside is not None and after is not None:
            objects: State = {key: held for key, held in after.items() if not isinstance(key, str)}
            inside = {**objects, **inside}
    return merge(inside, _copy(frame.left))


def _finally(frame: Frame, final: Sequence[Stmt], inside: State | None) -> None:
    """A `finally` runs on every way: on those that leave, and on the one that goes on behind it."""
    after = frame.state
    frame.finals += 1
    if after is None or frame.finals <= _MOST_FINALS:
        leaving = merge(_copy(inside), _copy(frame.left))
        frame.state = leaving
        frame.run(final)
        frame.state = None
    else:
        frame.limited = True
    if after is not None:
        frame.state = after
        frame.run(final)
    frame.finals -= 1


def _copy(state: State | None) -> State | None:
    return None if state is None else dict(state)
