"""Exceptions that leave functions nobody calls, and reach the handlers that a framework was told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Call, Seq
from purposelint.flow import planting, throwing
from purposelint.flow.summary import Kept, Summary
from purposelint.flow.throwing import Thrown
from purposelint.flow.values import NOTHING, SharedObj, Value, join

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine
    from purposelint.flow.frame import Frame


def _unhandled(engine: Engine) -> SharedObj | None:
    """The object in which the program leaves what no function of its own handles, by class."""
    return engine.shared.address(("", "unhandled exceptions"), "dict", None)


def leaving(engine: Engine, symbol: str, summary: Summary) -> tuple[Kept, ...]:
    """What a function that nobody calls leaves to the framework that does."""
    info = engine.program.functions.get(symbol)
    holder = _unhandled(engine) if summary.raised and engine.knowledge.handles_errors else None
    if holder is None or info is None or info.facts.kind not in ("function", "lambda"):
        return ()
    found = ((one.kind, planting.settled(one.value)) for one in summary.raised)
    return tuple(Kept(holder, "[" + kind, tree) for kind, tree in found if kind and tree is not None)


def arriving(frame: Frame, index: int) -> Value:
    """What a framework hands to a parameter of an error handler; nothing for any other parameter."""
    engine, info = frame.engine, frame.info
    result = NOTHING
    for handler, made in engine.handlers(info.symbol) if engine.knowledge.handles_errors else ():
        holder = _unhandled(engine) if handler.caught == index and made is not None else None
        kinds = _kinds(frame, made) if made is not None else ()
        if holder is None or not kinds:
            continue
        planting.load(frame, holder)
        for field in sorted(engine.shared.written(holder), key=str):
            value = planting.current(frame, holder, field)
            caught, _ = throwing.split(engine, {str(field)[1:]: Thrown(value or NOTHING)}, kinds)
            for thrown in caught.values():
                result = join(result, _printable(frame, thrown.value))
    return result


def _printable(frame: Frame, value: Value) -> Value:
    """An exception; one of a class of the outside prints what it was made with."""
    kinds = [getattr(ref, "type", "") for ref in value.refs]
    if any(kind in frame.engine.program.classes for kind in kinds):
        return value
    made_with = frame.deep(frame.read(value, throwing.ARGUMENTS))
    return Value(value.exact | made_with.exact, value.vague | made_with.vague, value.refs)


def _kinds(frame: Frame, made: Call) -> tuple[str, ...]:
    """Classes of exceptions that a decorator names; a status number names none."""
    first = made.args[0].value if made.args else None
    named = first.items if isinstance(first, Seq) else (first,)
    texts = [dotted(each) for each in named if each is not None]
    return tuple(frame.engine.resolve(frame.info, text) for text in texts if text)
