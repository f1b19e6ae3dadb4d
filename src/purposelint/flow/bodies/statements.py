"""Execution of simple statements, and of definitions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from purposelint.domain.chains import stated_text
from purposelint.domain.expressions import Attr, Expr, Name, Slice, Sub
from purposelint.domain.statements import (
    AnnAssign,
    Assert,
    Assign,
    AugAssign,
    ClassDef,
    Def,
    Delete,
    ExprStmt,
    ImportStmt,
    Raise,
    Return,
    Scope,
)
from purposelint.flow.access.narrowing import narrow
from purposelint.flow.application import callables, decoration, implicit
from purposelint.flow.application.names import resolved
from purposelint.flow.bodies import choices, classes, trying
from purposelint.flow.calls import assign, keyed
from purposelint.flow.lookup import result_types
from purposelint.flow.methods import combining, operators
from purposelint.flow.objects import sequences
from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import key_of, slice_bounds
from purposelint.flow.state.stating import stated
from purposelint.flow.state.throwing import Thrown
from purposelint.flow.state.values import NOTHING, SEQUENCES, Instance, Obj, Sym, Value, of


def _assign(frame: Frame, statement: Assign) -> None:
    def bind_all(targets: Sequence[Expr], expr: Expr) -> None:
        value = frame.value(expr)
        for target in targets:
            assign.bind_target(frame, target, _under_key(frame, target, value, expr))

    choices.bind(frame, statement.targets, statement.value, bind_all)


def _under_key(frame: Frame, target: Expr, value: Value, expr: Expr) -> Value:
    """What an assignment binds: under a constant key perhaps a datum that the key names."""
    if type(target) is not Sub:
        return value
    return keyed.named(frame, stated_text(target.index), value, expr, frame.standing)


def _ann_assign(frame: Frame, statement: AnnAssign) -> None:
    if statement.value is None:
        if frame.info.facts.kind == "class" and type(statement.target) is Name:
            return
        kind = frame.engine.described(frame.info, statement.annotation)
        if kind:
            assign.bind_target(frame, statement.target, of(Instance(kind)))
        return

    def bind(targets: Sequence[Expr], expr: Expr) -> None:
        value = _as_annotated(frame, frame.value(expr), statement.annotation)
        assign.bind_target(frame, targets[0], stated(frame, value, statement.annotation))

    choices.bind(frame, (statement.target,), statement.value, bind)


def _as_annotated(frame: Frame, value: Value, annotation: Expr) -> Value:
    """A value of which nothing else is known, as its annotation states it."""
    if _is_unknown(value):
        kind = frame.engine.described(frame.info, annotation)
        return of(Instance(kind)) if kind else value
    if all(map(result_types.is_unknown, value.refs)):
        kind = frame.engine.described(frame.info, annotation)
        return result_types.typed(value, kind)
    return _stated(frame, value, annotation) if _is_handed_in(value) else value


def _is_unknown(value: Value) -> bool:
    return bool(value.refs) and all(type(r) is Instance and not r.type for r in value.refs)


def _is_handed_in(value: Value) -> bool:
    """Whether a value is part of what the caller hands in, of which nobody here knows the class."""
    refs = value.refs
    return len(refs) == 1 and type(refs[0]) is Sym and not refs[0].type


def _stated(frame: Frame, value: Value, annotation: Expr) -> Value:
    """What only the caller knows, of the class that its annotation states, or with such items."""
    path = value.refs[0].path if type(value.refs[0]) is Sym else ()
    items = frame.engine.items.of_annotation(frame.info, annotation)
    if items is not None:
        frame.item_classes[path] = items
    kind = frame.engine.annotated(frame.info, annotation)
    if not kind or kind.startswith("builtins."):
        return value
    return Value(value.exact, value.vague, (Sym(path, kind),), value.text)


def _aug_assign(frame: Frame, statement: AugAssign) -> None:
    before = frame.value(statement.target)
    added = frame.value(statement.value)
    own = operators.overloaded(frame, statement.op, before, added, statement.target, in_place=True)
    if own is not None:
        assign.bind_target(frame, statement.target, own)
        return
    if combining.augment(frame, statement.op, before, added):
        return
    site = frame.numbered(id(statement))
    made = combining.combined(frame, statement.op, before, added, statement.value, site)
    assign.bind_target(frame, statement.target, made)


def _expression(frame: Frame, statement: ExprStmt) -> None:
    frame.value(statement.value)


def _return(frame: Frame, statement: Return) -> None:
    value = frame.value(statement.value) if statement.value is not None else NOTHING
    frame.note_return(value)
    frame.leave()


def _delete(frame: Frame, statement: Delete) -> None:
    for target in statement.targets:
        if type(target) is Name:
            if frame.state is not None:
                frame.state.pop(target.id, None)
        elif type(target) is Attr:
            holder = frame.value(target.value)
            implicit.call(frame, holder, ("__delattr__",), (Value(0, 0, (), target.name),), target)
            frame.write(holder, "." + target.name, NOTHING)
        elif type(target) is Sub:
            holder, index = frame.value(target.value), frame.value(target.index)
            if implicit.call(frame, holder, ("__delitem__",), (index,), target) is None:
                _delete_item(frame, target, holder, index)


def _delete_item(frame: Frame, target: Sub, holder: Value, index: Value) -> None:
    key = key_of(target.index, index)
    in_sequence = any(isinstance(ref, Obj) and ref.type in SEQUENCES for ref in holder.refs)
    if type(target.index) is Slice:
        sequences.put_slice(frame, holder, slice_bounds(target.index), None)
    elif isinstance(key, int) and in_sequence:
        sequences.change(frame, holder, lambda items: items.pop(key))
    else:
        in_turn(frame, index, lambda one: frame.remove(holder, key_of(target.index, one)))


def _def(frame: Frame, statement: Def) -> None:
    facts = frame.engine.facts_of(frame.info).functions[statement.function]
    decorators = [(frame.value(decorator), decorator) for decorator in facts.decorators]
    symbol = frame.engine.function_at(frame.info.path, statement.function)
    function = callables.defined(frame, symbol, facts)
    if not symbol:
        return
    if not frame.engine.handlers(symbol):
        for value, decorator in reversed(decorators):
            function = decoration.decorated(frame, value, decorator, function)
    elif frame.engine.task_body(symbol):
        decoration.decorate_task(frame, facts.name, decorators, function)
    frame.bind(facts.name, function)


def _import(frame: Frame, statement: ImportStmt) -> None:
    if frame.info.facts.kind == "module":
        return
    for name in statement.names:
        frame.bind(name, resolved(frame, frame.engine.resolve(frame.info, name)))


def _assert(frame: Frame, statement: Assert) -> None:
    implicit.tested(frame, frame.value(statement.test), statement.test)
    if statement.message is not None:
        message = frame.deep(frame.value(statement.message))
        frame.raise_("builtins.AssertionError", Thrown(message))
    narrow(frame, statement.test, holds=True)


def _scope(frame: Frame, statement: Scope) -> None:
    if statement.kind == "nonlocal":
        frame.rebound.update(statement.names)
    elif frame.info.facts.kind != "module":
        frame.globals.update(statement.names)


STATEMENTS: dict[type, Callable[[Frame, Any], None]] = {
    Assign: _assign,
    AnnAssign: _ann_assign,
    AugAssign: _aug_assign,
    ExprStmt: _expression,
    Return: _return,
    Raise: trying.raised,
    Delete: _delete,
    Def: _def,
    ClassDef: classes.define,
    ImportStmt: _import,
    Assert: _assert,
    Scope: _scope,
}
