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
    Fmt,
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
from purposelint.flow import (
    assign,
    attributes,
    callables,
    calls,
    comprehensions,
    generators,
    implicit,
    names,
    operators,
    store,
)
from purposelint.flow.frame import Frame, start_of
from purposelint.flow.keys import key_of
from purposelint.flow.narrowing import narrow
from purposelint.flow.rendering import render
from purposelint.flow.spreading import spread
from purposelint.flow.values import (
    ANY,
    CONSTANT,
    MORE,
    NOTHING,
    UNKNOWN,
    Instance,
    Static,
    Value,
    join,
    row_class,
)


def _const(_frame: Frame, expr: Const) -> Value:
    if isinstance(expr.value, str) and expr.kind == "str":
        return Value(0, 0, (), expr.value) if expr.value else CONSTANT
    return CONSTANT


def _name(frame: Frame, expr: Name) -> Value:
    return names.read_name(frame, expr)


def _sub(frame: Frame, expr: Sub) -> Value:
    holder = frame.value(expr.value)
    if isinstance(expr.index, Slice):
        for part in (expr.index.lower, expr.index.upper, expr.index.step):
            if part is not None:
                frame.value(part)
        own = implicit.call(frame, holder, ("__getitem__",), (UNKNOWN,), expr)
        return Value(holder.exact, holder.vague, holder.refs) if own is None else own.value
    return read_item(frame, holder, frame.value(expr.index), expr)


def read_item(frame: Frame, holder: Value, index: Value, expr: Sub) -> Value:
    """`holder[index]`: the key's own value; a name that is a key says what it holds."""
    key = key_of(expr.index, index)
    own = implicit.call(frame, holder, ("__getitem__", "__missing__"), (index,), expr)
    if own is not None:
        return _own_item(frame, own, index, expr)
    result = frame.part(holder, key) if isinstance(key, int) else frame.read(holder, key)
    start = start_of(expr.value, expr.to)
    if isinstance(key, str) and key.startswith("["):
        mask = attributes.key_labels(frame, holder, expr.value, key[1:])
        whole = holder.exact & frame.engine.labels.solid
        if whole:
            result = Value(result.exact | whole, result.vague, result.refs or UNKNOWN.refs)
        if result is NOTHING:
            result = _unwritten(frame, holder)
        if mask and _is_data(result, holder):
            mask &= ~frame.engine.labels.same_elements(result.exact)
            frame.enter(mask, start, expr.to, render(expr))
            result = Value(result.exact | mask, result.vague, result.refs, result.text)
        return result
    if key == ANY:
        result = frame.item(holder, index)
    if any(isinstance(ref, Static) for ref in holder.refs):
        return Value(0, 0, tuple(ref for ref in holder.refs if isinstance(ref, Static)))
    exact, vague = holder.exact | result.exact, holder.vague | result.vague
    if any(row_class(ref) for ref in holder.refs):
        result = frame.elements_of(holder)
    refs = result.refs or (UNKNOWN.refs if holder.refs else ())
    return Value(exact, vague, refs)


def _own_item(frame: Frame, own: implicit.Given, index: Value, expr: Sub) -> Value:
    """What `__getitem__` of the project gives; a key says what an item of unknown kind is."""
    key = key_of(expr.index, index)
    result = own.value
    if own.rest.refs:
        kept = frame.item(own.rest, index) if key == ANY else frame.read(own.rest, key)
        result = join(result, kept)
    if isinstance(key, str) and key.startswith("[") and assign.is_unidentified(result):
        mask = frame.name_labels("key", frame.receiver(expr.value), key[1:])
        mask &= ~frame.engine.labels.same_elements(result.exact)
        frame.enter(mask, start_of(expr.value, expr.to), expr.to, render(expr))
        result = Value(result.exact | mask, result.vague, result.refs, result.text)
    return result


def _unwritten(frame: Frame, holder: Value) -> Value:
    """An item that nobody wrote, of something of the outside."""
    found = tuple(
        Instance(row_class(ref) or frame.engine.knowledge.type_of_item(ref.type))
        for ref in holder.refs
        if isinstance(ref, Instance)
    )
    if found:
        return Value(0, 0, found)
    return UNKNOWN if any(isinstance(ref, Static) for ref in holder.refs) else NOTHING


def _is_data(result: Value, holder: Value) -> bool:
    """Whether a name-based label fits: the value is not a constant that the code itself put there."""
    return bool(result.refs or result.exact or result.vague) or not holder.refs


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
    frame.state = store.merge(after, frame.state)
    return NOTHING if result is None else result


def _conv(frame: Frame, expr: Conv) -> Value:
    for part in expr.spec:
        frame.value(part)
    return attributes.as_text(frame, frame.value(expr.value))


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
            known = value.text if isinstance(part, Const) or (value.text and not value.refs) else MORE
            text += known or MORE
            open_ended = text.endswith(MORE)
    return Value(exact, vague, UNKNOWN.refs if open_ended else (), text[:400])


def _seq(frame: Frame, expr: Seq) -> Value:
    result = frame.fresh(frame.site(expr), expr.kind)
    index: int | None = 0
    for item in expr.items:
        if isinstance(item, Star):
            frame.write(result, ANY, frame.elements_of(frame.value(item.value)))
            index = None
            continue
        value = frame.value(item)
        frame.write(result, ANY if index is None or expr.kind == "set" else index, value)
        index = None if index is None else index + 1
    return result


def _map(frame: Frame, expr: Map) -> Value:
    result = frame.fresh(frame.site(expr), "dict")
    for item in expr.items:
        value = frame.value(item.value)
        if item.key is None:
            spread(frame, value, result)
            continue
        key = key_of(item.key, frame.value(item.key))
        frame.write(result, key, value)
    return result


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
