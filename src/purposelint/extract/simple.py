"""Small statements: those that fit on one line with others."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Const, Expr, Name, Seq
from purposelint.domain.statements import (
    AnnAssign,
    Assert,
    Assign,
    AugAssign,
    Delete,
    ExprStmt,
    Jump,
    Raise,
    Return,
    Scope,
    Stmt,
)
from purposelint.extract import nodes as cst
from purposelint.extract.annotations import read_annotation
from purposelint.extract.headers import lower_annotation, lower_type_parameters
from purposelint.extract.operations import AUGMENTED
from purposelint.extract.scopes import FieldSketch
from purposelint.extract.walk import Walk


def lower_expression(walk: Walk, node: cst.Expr, at: int) -> Stmt:
    """An expression for its effect."""
    value = walk.expr(node.value)
    return ExprStmt(at, walk.statement_end(), value)


def lower_assign(walk: Walk, node: cst.Assign, at: int) -> Stmt:
    """`a = b = value`."""
    targets = tuple([walk.expr(each.target) for each in node.targets])
    for target in targets:
        walk.bind(target)
    value = _lower_value(walk, node.value, targets[0])
    to = walk.statement_end()
    _note_names(walk, targets, None, value, (at, to))
    return Assign(at, to, targets, value)


def lower_annotated(walk: Walk, node: cst.AnnAssign, at: int) -> Stmt:
    """`target: annotation = value`."""
    target = walk.expr(node.target)
    walk.bind(target)
    annotation = lower_annotation(walk, node.annotation)
    assert annotation is not None
    value = None if node.value is None else _lower_value(walk, node.value, target)
    to = walk.statement_end()
    _note_names(walk, (target,), annotation, value, (at, to))
    return AnnAssign(at, to, target, annotation, value)


def lower_augmented(walk: Walk, node: cst.AugAssign, at: int) -> Stmt:
    """`target += value`."""
    target = walk.expr(node.target)
    walk.bind(target)
    value = walk.expr(node.value)
    if isinstance(target, Name) and target.id == "__all__" and walk.scope.kind == "module":
        more = _texts(value)
        walk.exports = None if more is None or walk.exports is None else (*walk.exports, *more)
    return AugAssign(at, walk.statement_end(), target, AUGMENTED.get(type(node.operator), "?"), value)


def lower_type_alias(walk: Walk, node: cst.TypeAlias, at: int) -> Stmt:
    """`type X[T] = value`: an assignment to X."""
    cursor = walk.cursor
    cursor.take("type")
    name = node.name.value
    target = Name(name, cursor.at[cursor.take(name)])
    walk.bind(target)
    if node.type_parameters is not None:
        lower_type_parameters(walk, node.type_parameters, None)
    start = cursor.at[cursor.index]
    value = read_annotation(walk.expr(node.value), start)
    return Assign(at, walk.statement_end(), (target,), value)


def _lower_value(walk: Walk, node: cst.BaseExpression, target: Expr) -> Expr:
    if type(node) is cst.Dict:
        walk.dict_owner = receiver_word(target)
    return walk.expr(node)


def _note_names(
    walk: Walk, targets: Sequence[Expr], annotation: Expr | None, value: Expr | None, span: tuple[int, int]
) -> None:
    """Note the fields that an assignment in a class body makes, and a module's `__all__`."""
    scope = walk.scope
    if scope.kind == "class":
        for target in targets:
            if isinstance(target, Name):
                scope.fields.append(FieldSketch(target.id, annotation, value, *span))
    elif scope.kind == "module" and any(
        isinstance(target, Name) and target.id == "__all__" for target in targets
    ):
        walk.exports = _texts(value)


def _texts(value: Expr | None) -> tuple[str, ...] | None:
    """Texts of a literal list or tuple of strings, None for anything else."""
    if not isinstance(value, Seq) or value.kind == "set":
        return None
    texts = [item.value for item in value.items if isinstance(item, Const) and isinstance(item.value, str)]
    return tuple(texts) if len(texts) == len(value.items) else None


def lower_return(walk: Walk, node: cst.Return, at: int) -> Stmt:
    """`return value`."""
    walk.cursor.take("return")
    value = walk.optional(node.value)
    return Return(at, walk.statement_end(), value)


def lower_raise(walk: Walk, node: cst.Raise, at: int) -> Stmt:
    """`raise value from cause`."""
    walk.cursor.take("raise")
    value = walk.optional(node.exc)
    cause = None if node.cause is None else walk.expr(node.cause.item)
    return Raise(at, walk.statement_end(), value, cause)


def lower_delete(walk: Walk, node: cst.Del, at: int) -> Stmt:
    """`del a, b[0]`."""
    target = walk.expr(node.target)
    targets = target.items if isinstance(target, Seq) else (target,)
    return Delete(at, walk.statement_end(), targets)


def lower_assert(walk: Walk, node: cst.Assert, at: int) -> Stmt:
    """`assert test, message`."""
    test = walk.expr(node.test)
    message = walk.optional(node.msg)
    return Assert(at, walk.statement_end(), test, message)


def lower_scope(walk: Walk, node: cst.Global | cst.Nonlocal, at: int) -> Stmt:
    """`global` and `nonlocal`."""
    names = tuple([each.name.value for each in node.names])
    for name in names:
        walk.cursor.take(name)
    walk.scope.declared.update(names)
    return Scope(at, walk.statement_end(), "global" if isinstance(node, cst.Global) else "nonlocal", names)


def lower_pass(walk: Walk, _node: cst.Pass, _at: int) -> None:
    """`pass` leaves no statement."""
    walk.cursor.take("pass")


def lower_break(walk: Walk, _node: cst.Break, at: int) -> Stmt:
    """`break`."""
    walk.cursor.take("break")
    return Jump(at, walk.statement_end(), "break")


def lower_continue(walk: Walk, _node: cst.Continue, at: int) -> Stmt:
    """`continue`."""
    walk.cursor.take("continue")
    return Jump(at, walk.statement_end(), "continue")
