"""Exceptions that leave functions nobody calls, and reach the handlers that a framework was told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from purposelint.domain.failures import Failure
from purposelint.domain.program import FunctionInfo
from purposelint.flow.application import hooks
from purposelint.flow.lookup.calls_by_name import NamedCall, caught_by
from purposelint.flow.lookup.told import Told
from purposelint.flow.state import planting, settling, throwing
from purposelint.flow.state.summary import Kept, Summary
from purposelint.flow.state.throwing import Thrown
from purposelint.flow.state.values import BETWEEN, NOTHING, SharedObj, Value, join

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine
    from purposelint.flow.state.frame import Frame


def _unhandled(engine: Engine) -> SharedObj | None:
    """The object in which the program leaves what no function of its own handles, by class."""
    return engine.shared.address(("", "unhandled exceptions"), "dict", None)


def leaving(engine: Engine, symbol: str, summary: Summary) -> tuple[Kept, ...]:
    """What a function that nobody calls leaves to the framework that does."""
    info = engine.program.functions.get(symbol)
    holder = _unhandled(engine) if summary.raised and engine.knowledge.handles_errors else None
    if holder is None or info is None or info.facts.kind not in ("function", "lambda"):
        return ()
    if engine.runs_apart(symbol):
        return ()
    passed = engine.errors_told.passed.get(symbol, ())
    found = ((one.kind, settling.settled(one.value)) for one in summary.raised if one.kind not in passed)
    scope = engine.errors_told.scope(symbol)
    return tuple(
        Kept(holder, f"[{kind}{BETWEEN}{scope}", tree)
        for kind, tree in found
        if kind and tree is not None and not _is_caught_above(engine, info, kind)
    )


def _is_caught_above(engine: Engine, info: FunctionInfo, kind: str) -> bool:
    """Whether a method that frameworks do not know is called by its name only, and never unguarded.

    Each such call stands in a `try` whose handlers may take the exception, or where no framework handles any.
    """
    if not info.owner or info.facts.decorators or engine.program.outside_bases(info.owner):
        return False
    if engine.told_of.of(info.symbol) or any(engine.knowledge.hooks(info.facts.name)):
        return False
    calls = engine.errors_told.calls.of(info.facts.name)
    return bool(calls) and all(_is_guarded(engine, call, kind) for call in calls)


def _is_guarded(engine: Engine, call: NamedCall, kind: str) -> bool:
    """Whether an exception does not get from a call to a framework's handlers."""
    if engine.runs_apart(call.info.symbol) or call.info.facts.kind not in ("function", "lambda"):
        return True
    raised = {kind: Thrown(NOTHING)}
    for handlers in call.tries:
        texts = caught_by(handlers)
        kinds = tuple(engine.resolve(call.info, text) if text else "" for text in texts)
        if handlers and (None in handlers or throwing.split(engine, raised, kinds)[0]):
            return True
    return False


def arriving(frame: Frame, index: int) -> Value:
    """What a framework hands to a parameter of an error handler; nothing for any other parameter."""
    engine = frame.engine
    result = NOTHING
    if not engine.knowledge.handles_errors:
        return result
    for told in engine.told(frame.info.symbol):
        kinds = engine.errors_told.kinds(told)
        if told.entry.caught == index and (kinds or told.entry.setting):
            result = join(result, _told_of(frame, told, kinds))
    if any(entry.caught == index for entry in hooks.hooks_of(frame)):
        taken = engine.errors_told.is_taken
        for _, value in _left(frame, lambda kind, scope, _: not taken(kind, scope)):
            result = join(result, _printable(frame, value))
    return result


def running(frame: Frame, entry: Failure) -> None:
    """Raise what leaves functions nobody calls, where a call of a framework's runs them."""
    told = frame.engine.errors_told
    for kind, value in _left(frame, lambda kind, _, __: not told.takes_first(kind, entry)):
        told.passed.setdefault(frame.info.symbol, set()).add(kind)
        frame.raise_(kind, Thrown(value))


def _told_of(frame: Frame, told: Told, kinds: tuple[str, ...]) -> Value:
    """Exceptions of some classes that the program leaves unhandled; of any class where none is named."""
    engine, result = frame.engine, NOTHING

    def is_told(kind: str, scope: str, value: Value) -> bool:
        caught, _ = throwing.split(engine, {kind: Thrown(value)}, kinds)
        return bool(caught) and engine.errors_told.reaches(told, kind, scope)

    for _, value in _left(frame, is_told):
        result = join(result, _printable(frame, value))
    return result


def _left(frame: Frame, wanted: Callable[[str, str, Value], bool]) -> Iterator[tuple[str, Value]]:
    """What the program leaves unhandled, by class, in so far as it is wanted.

    That is asked of the class, of the object that the functions were told to, and of the exception.
    """
    holder = _unhandled(frame.engine)
    for field, value, enter in planting.left_by_others(frame, holder) if holder is not None else ():
        kind, _, scope = str(field)[1:].partition(BETWEEN)
        if wanted(kind, scope, value):
            enter()
            yield kind, value


def _printable(frame: Frame, value: Value) -> Value:
    """An exception; one of a class of the outside prints what it was made with."""
    kinds = [getattr(ref, "type", "") for ref in value.refs]
    if any(kind in frame.engine.program.classes for kind in kinds):
        return value
    made_with = frame.deep(frame.read(value, throwing.ARGUMENTS))
    return Value(value.exact | made_with.exact, value.vague | made_with.vague, value.refs)
