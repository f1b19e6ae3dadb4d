"""Decorators of the project: what stands under a function's name once they have run."""

from __future__ import annotations

from purposelint.domain.expressions import Call, Expr
from purposelint.flow.arguments import Argument
from purposelint.flow.callables import is_callable
from purposelint.flow.frame import Frame, start_of
from purposelint.flow.values import Static, Value, of


def decorated(frame: Frame, decorator: Value, node: Expr, function: Value) -> Value:
    """A function after one decorator: what a decorator of the project gives, as far as that can be called."""
    if not any(is_callable(frame, ref) for ref in decorator.refs):
        return function
    at = start_of(node.func if isinstance(node, Call) else node, frame.info.facts.at)
    given = frame.engine.call_value(frame, decorator, "", [Argument(None, function)], at, at)
    return _callables(frame, given, function)


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
