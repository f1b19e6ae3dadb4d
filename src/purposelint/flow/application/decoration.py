"""Decorators of the project: what stands under a function's name once they have run."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Call, Expr
from purposelint.flow.application.callables import is_callable
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame, start_of
from purposelint.flow.state.values import Static, Value, of

_CALLED = "()"
"""Ends the name under which a body keeps what a framework calls of a function."""


def decorated(frame: Frame, decorator: Value, node: Expr, function: Value) -> Value:
    """A function after one decorator: what a decorator of the project gives, as far as that can be called."""
    if not any(is_callable(frame, ref) for ref in decorator.refs):
        return function
    at = start_of(node.func if type(node) is Call else node, frame.info.facts.at)
    given = frame.engine.call_value(frame, decorator, "", [Argument(None, function)], at, at)
    return _callables(frame, given, function)


def decorate_task(frame: Frame, name: str, decorators: Sequence[tuple[Value, Expr]], function: Value) -> None:
    """Keep what a framework calls of a function with decorators of the project, apart from its name."""
    for value, decorator in reversed(decorators):
        function = decorated(frame, value, decorator, function)
    frame.bind(name + _CALLED, function)


def of_task(frame: Frame, symbol: str) -> Value:
    """What a framework calls of a function: the function itself, or what the project's decorators gave."""
    body = frame.engine.task_body(symbol)
    itself = of(Static(symbol))
    if not body:
        return itself
    kept = frame.engine.exported(frame, body, symbol.rpartition(".")[2] + _CALLED, "")
    return _callables(frame, kept, itself)


def named(frame: Frame, symbol: str) -> Value:
    """What the name of a function of a module or class stands for after its decorators."""
    body = frame.engine.wrapping_body(symbol)
    if not body:
        return of(Static(symbol))
    exported = frame.engine.exported(frame, body, symbol.rpartition(".")[2], "")
    return _callables(frame, exported, of(Static(symbol)))


def wrapped_method(frame: Frame, symbol: str) -> Value | None:
    """What a method's name stands for after its decorators, None for the method itself."""
    value = named(frame, symbol)
    return None if value.refs == (Static(symbol),) else value


def _callables(frame: Frame, value: Value, otherwise: Value) -> Value:
    """What of a value can be called; what was there before where nothing can."""
    refs = tuple(ref for ref in value.refs if is_callable(frame, ref))
    return Value(0, 0, refs) if refs else otherwise
