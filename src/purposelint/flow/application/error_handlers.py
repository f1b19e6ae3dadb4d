"""Exceptions that leave functions nobody calls, and reach the handlers that a framework was told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Seq
from purposelint.flow.application import hooks
from purposelint.flow.lookup.told import Told
from purposelint.flow.state import planting, settling, throwing
from purposelint.flow.state.summary import Kept, Summary
from purposelint.flow.state.throwing import Thrown
from purposelint.flow.state.values import NOTHING, SharedObj, Value, join

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
    found = ((one.kind, settling.settled(one.value)) for one in summary.raised)
    return tuple(Kept(holder, "[" + kind, tree) for kind, tree in found if kind and tree is not None)


def arriving(frame: Frame, index: int) -> Value:
    """What a framework hands to a parameter of an error handler; nothing for any other parameter."""
    engine = frame.engine
    result = NOTHING
    if not engine.knowledge.handles_errors:
        return result
    for told in engine.told(frame.info.symbol):
        kinds = _kinds(frame, told)
        if told.entry.caught == index and (kinds or told.entry.setting):
            result = join(result, _of_kinds(frame, kinds))
    if any(entry.caught == index for entry in hooks.hooks_of(frame)):
        result = join(result, _of_kinds(frame, ()))
    return result


def running(frame: Frame) -> None:
    """Raise what leaves functions nobody calls, where a call of a framework's runs them."""
    for kind, thrown in sorted(_left(frame).items()):
        frame.raise_(kind, thrown)


def _of_kinds(frame: Frame, kinds: tuple[str, ...]) -> Value:
    """Exceptions of some classes that the program leaves unhandled; of any class where none is named."""
    result = NOTHING
    caught, _ = throwing.split(frame.engine, _left(frame), kinds)
    for thrown in caught.values():
        result = join(result, _printable(frame, thrown.value))
    return result


def _left(frame: Frame) -> throwing.Raised:
    """All that the program leaves unhandled, by class."""
    holder = _unhandled(frame.engine)
    if holder is None:
        return {}
    planting.ask(frame, holder)
    written = sorted(frame.engine.shared.written(holder), key=str)
    held = ((str(field)[1:], planting.current(frame, holder, field)) for field in written)
    return {kind: Thrown(value) for kind, value in held if value is not None}


def _printable(frame: Frame, value: Value) -> Value:
    """An exception; one of a class of the outside prints what it was made with."""
    kinds = [getattr(ref, "type", "") for ref in value.refs]
    if any(kind in frame.engine.program.classes for kind in kinds):
        return value
    made_with = frame.deep(frame.read(value, throwing.ARGUMENTS))
    return Value(value.exact | made_with.exact, value.vague | made_with.vague, value.refs)


def _kinds(frame: Frame, told: Told) -> tuple[str, ...]:
    """Classes of exceptions that a handler was told for; a status number names none."""
    names = [name for name in told.entry.parameters if name != told.entry.function]
    first = told.argument(names[0]) if names else None
    named = first.items if type(first) is Seq else (first,)
    texts = [dotted(each) for each in named if each is not None]
    return tuple(frame.engine.resolve(told.info, text) for text in texts if text)
