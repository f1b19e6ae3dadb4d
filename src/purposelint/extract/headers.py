"""What functions and classes have before their colon: decorators, parameters, annotations."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.expressions import Const, Expr
from purposelint.domain.facts import Param
from purposelint.domain.statements import ExprStmt, Stmt
from purposelint.extract import nodes as cst
from purposelint.extract.annotations import read_annotation
from purposelint.extract.comments import Element
from purposelint.extract.scopes import Scope
from purposelint.extract.walk import Walk


def lower_annotation(walk: Walk, node: cst.Annotation | None) -> Expr | None:
    """Lower an annotation, strings in it read as what they mean."""
    if node is None:
        return None
    at = walk.cursor.at[walk.cursor.index]
    return read_annotation(walk.expr(node.annotation), at)


def lower_decorators(walk: Walk, node: cst.FunctionDef | cst.ClassDef) -> tuple[Expr, ...]:
    """Decorators, in the scope around what they decorate."""
    decorators: list[Expr] = []
    for each in node.decorators:
        walk.ownership.hold(each.leading_lines)
        decorators.append(walk.expr(each.decorator))
        walk.cursor.skip_closers()
        walk.ownership.hold((each.trailing_whitespace,))
    walk.ownership.hold(node.lines_after_decorators)
    return tuple(decorators)


def _params_in_order(node: cst.Parameters) -> Iterator[tuple[int, cst.Param]]:
    """Kinds and parameters in the order of the source."""
    for param in node.posonly_params:
        yield 0, param
    for param in node.params:
        yield 1, param
    if type(node.star_arg) is cst.Param:
        yield 2, node.star_arg
    for param in node.kwonly_params:
        yield 3, param
    if node.star_kwarg is not None:
        yield 4, node.star_kwarg


def lower_params(walk: Walk, node: cst.Parameters, opening: int | None) -> tuple[Param, ...]:
    """Parameters; `opening` is their bracket, None for those of a lambda."""
    cursor = walk.cursor
    params: list[Param] = []
    registered = opening is not None and opening in walk.ownership.brackets
    elements: list[Element] = []
    for kind, param in _params_in_order(node):
        name = param.name.value
        first = cursor.take(name)
        walk.mentions.add(("parameter", "", name))
        annotated = lower_annotation(walk, param.annotation)
        default = walk.optional(param.default)
        if opening is not None:
            cursor.skip_closers_before(cursor.tokens.partners[opening])
        to = cursor.end()
        params.append(Param(name, kind, annotated, default, cursor.at[first], to))
        if registered:
            elements.append(Element(first, cursor.index, cursor.at[first], to))
    if opening is not None and registered:
        walk.ownership.register(opening, elements)
    return tuple(params)


def lower_type_parameters(walk: Walk, node: cst.TypeParameters, scope: Scope | None) -> None:
    """`[T: int, *Ts]`: bounds and defaults are walked for the calls in them; names are bound in `scope`."""
    opening = walk.cursor.opening()
    for each in node.params:
        name = each.param.name.value
        walk.cursor.take(name)
        if scope is not None:
            scope.bound.add(name)
        if isinstance(each.param, cst.TypeVar):
            walk.optional(each.param.bound)
        walk.optional(each.default)
    walk.cursor.close(opening)


def docstring(body: tuple[Stmt, ...]) -> str:
    """Text of the string that a body begins with, '' if it does not; cut as constants are."""
    first = body[0] if body else None
    if isinstance(first, ExprStmt) and isinstance(first.value, Const) and first.value.kind == "str":
        return str(first.value.value)
    return ""
