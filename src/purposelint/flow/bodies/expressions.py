"""Evaluation of expressions, one function a node type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from purposelint.domain.expressions import Attr as AttrExpr
from purposelint.domain.expressions import (
    Await,
    Binary,
    Bool,
    Call,
    Comp,
    Compare,
    Cond,
    Const,
    Conv,
    Expr,
    Fmt,
    Item,
    Lambda,
    Map,
    Name,
    Seq,
    Slice,
    Star,
    Sub,
    Unary,
    Walrus,
    Yield,
)
from purposelint.flow.access import attributes
from purposelint.flow.access.items import read_item
from purposelint.flow.access.narrowing import narrow
from purposelint.flow.application import callables, generators, implicit, names
from purposelint.flow.bodies import choices, comprehensions
from purposelint.flow.calls import assign, calls, keyed
from purposelint.flow.methods import operators
from purposelint.flow.methods.combining import cut
from purposelint.flow.objects import copies, sequences
from purposelint.flow.objects.shortening import shortened
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state import branches, carried, forms, texts
from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import key_of, slice_bounds
from purposelint.flow.state.values import CONSTANT, MORE, NOTHING, UNKNOWN, Value, join


def _const(_frame: Frame, expr: Const) -> Value:
    if isinstance(expr.value, str) and expr.kind == "str":
        return Value(0, 0, (), cut(expr.value)) if expr.value else CONSTANT
    return CONSTANT


def _name(frame: Frame, expr: Name) -> Value:
    return names.read_name(frame, expr)


def _sub(frame: Frame, expr: Sub) -> Value:
    holder = frame.value(expr.value)
    if type(expr.index) is Slice:
        frame.value(expr.index)
        own = implicit.call(frame, holder, ("__getitem__",), (UNKNOWN,), expr)
        if own is not None:
            return own.value
        bounds = slice_bounds(expr.index)
        return shortened(frame, sequences.sliced(frame, frame.site(expr), holder, bounds), bounds)
    return read_item(frame, holder, frame.value(expr.index), expr)


def _cond(frame: Frame, expr: Cond) -> Value:
    implicit.tested(frame, frame.value(expr.test), expr.test)
    before = dict(frame.state) if frame.state is not None else None
    narrow(frame, expr.test, holds=True)
    result = frame.value(expr.body) if frame.state is not None else None
    after = frame.state
    frame.state = before
    narrow(frame, expr.test, holds=False)
    if frame.state is not None:
        orelse = frame.value(expr.orelse)
        result = orelse if result is None else join(result, orelse)
    if frame.splits:
        carried.meet(frame, expr.test, after, frame.state)
    else:
        frame.state = branches.merge(after, frame.state)
    return NOTHING if result is None else result


_TEXT_OF = {
    "": ("__format__", "__str__", "__repr__"),
    "s": ("__str__", "__repr__"),
    "r": ("__repr__",),
    "a": ("__repr__",),
}
"""Methods that a replacement field asks for the text of a value, by its conversion."""


def _conv(frame: Frame, expr: Conv) -> Value:
    value = frame.value(expr.value)
    own = implicit.call(frame, value, _TEXT_OF[expr.conversion], (), expr.value)
    form = forms.of_conversion(expr.conversion)
    shown = attributes.as_text(frame, value if own is None else own.rest, form)
    if own is not None:
        shown = join(shown, attributes.as_text(frame, own.value))
    for part in expr.spec:
        spec = frame.deep(frame.value(part))
        shown = Value(shown.exact | spec.exact, shown.vague | spec.vague, shown.refs, shown.text)
    return shown


def _fmt(frame: Frame, expr: Fmt) -> Value:
    exact = vague = 0
    text = ""
    open_ended = refs = False
    for part in expr.parts:
        value = frame.value(part)
        exact |= value.exact
        vague |= value.vague
        refs = refs or bool(value.refs)
        if not open_ended:
            known = value.text if type(part) is Const or (value.text and not value.refs) else MORE
            text = texts.joined(text, known) if len(expr.parts) > 1 else known or MORE
            open_ended = text.endswith(MORE)
    return Value(exact, vague, UNKNOWN.refs if open_ended else (), cut(text))


def _seq(frame: Frame, expr: Seq) -> Value:
    parts = [
        (frame.value(item.value if type(item) is Star else item), type(item) is Star) for item in expr.items
    ]
    return sequences.made_of(frame, frame.site(expr), expr.kind, parts)


def _map(frame: Frame, expr: Map) -> Value:
    result: Value | None = None
    for item in expr.items:
        if item.key is None and result is None:
            result = copies.begun(frame, frame.value(item.value), frame.site(expr))
            continue
        if result is None:
            result = frame.fresh(frame.site(expr), "dict")
        if item.key is None:
            spread(frame, frame.value(item.value), result)
            continue
        _put_entry(frame, result, item, item.key)
    return result or frame.fresh(frame.site(expr), "dict")


def _put_entry(frame: Frame, mapping: Value, item: Item, key_expr: Expr) -> None:
    """One entry of a display; where a test decides of its key, one on each way."""
    if type(key_expr) is Cond:
        choices.either(frame, key_expr, lambda one: _put_entry(frame, mapping, item, one))
        return
    key = frame.value(key_expr)
    value = keyed.named(frame, key.text, frame.value(item.value), item.value, (item.at, item.to))
    in_turn(frame, key, lambda one: frame.put(mapping, key_of(key_expr, one), one, value))


def _lambda(frame: Frame, expr: Lambda) -> Value:
    symbol = frame.engine.function_at(frame.info.path, expr.function)
    facts = frame.engine.facts_of(frame.info).functions[expr.function]
    return callables.defined(frame, symbol, facts) if symbol else UNKNOWN


def _walrus(frame: Frame, expr: Walrus) -> Value:
    value = frame.value(expr.value)
    named = assign.with_name(frame, expr.name, value, expr.at, expr.at + len(expr.name))
    frame.bind(expr.name, named)
    return named


def _star(frame: Frame, expr: Star) -> Value:
    return frame.elements_of(frame.value(expr.value))


def _slice(frame: Frame, expr: Slice) -> Value:
    for part in (expr.lower, expr.upper, expr.step):
        if part is not None:
            frame.value(part)
    return NOTHING


EVALUATORS: dict[type, Callable[[Frame, Any], Value]] = {
    Const: _const,
    Name: _name,
    AttrExpr: attributes.evaluate,
    Sub: _sub,
    Slice: _slice,
    Call: calls.evaluate,
    Binary: operators.binary,
    Unary: operators.unary,
    Bool: operators.either,
    Compare: operators.compare,
    Cond: _cond,
    Conv: _conv,
    Fmt: _fmt,
    Seq: _seq,
    Star: _star,
    Map: _map,
    Comp: comprehensions.evaluate,
    Lambda: _lambda,
    Yield: generators.evaluate,
    Await: generators.awaited,
    Walrus: _walrus,
}
