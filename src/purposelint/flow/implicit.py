"""Calls that Python makes by itself: iteration, context managers, generators."""

from __future__ import annotations

from purposelint.domain.expressions import Expr
from purposelint.flow.apply import call_function
from purposelint.flow.frame import Frame
from purposelint.flow.values import ANY, NOTHING, UNKNOWN, Obj, Value, join, of


def iterated(frame: Frame, value: Value, expr: Expr) -> Value:
    """What a for loop binds: elements, or what `__iter__` and `__next__` of the project give."""
    result = frame.elements_of(value)
    for ref in value.refs:
        kind = getattr(ref, "type", "")
        method = frame.engine.program.method(kind, "__iter__") if kind in frame.engine.program.classes else ""
        if method:
            at = getattr(expr, "at", frame.info.facts.at)
            given = call_function(frame, method, [(None, of(ref))], at, at)
            result = join(result, frame.elements_of(given))
    return result if result is not NOTHING else UNKNOWN if value.refs else NOTHING


def entered(frame: Frame, value: Value, expr: Expr) -> Value:
    """What `with value as target` binds."""
    result: Value | None = None
    for ref in value.refs:
        kind = getattr(ref, "type", "")
        for name in ("__enter__", "__aenter__") if kind in frame.engine.program.classes else ():
            method = frame.engine.program.method(kind, name)
            if method:
                at = getattr(expr, "at", frame.info.facts.at)
                given = call_function(frame, method, [(None, of(ref))], at, at)
                result = given if result is None else join(result, given)
    if result is not None:
        return result
    return value


def generator(frame: Frame, yielded: Value) -> Value:
    """The value of calling a generator function; a context manager gives the yielded value itself."""
    managers = {"contextlib.contextmanager", "contextlib.asynccontextmanager"}
    if frame.engine.flags(frame.info.symbol) & managers:
        return yielded
    made = Obj((frame.info.facts.at, 0), "list")
    frame.final[made] = {ANY: yielded}
    return of(made)
