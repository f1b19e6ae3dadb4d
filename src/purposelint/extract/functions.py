"""Functions and lambdas: their headers, their scopes, and what the facts keep of them."""

from __future__ import annotations

from purposelint.domain.expressions import Expr, Lambda
from purposelint.domain.facts import Function, Param
from purposelint.domain.statements import Def, Return, Stmt
from purposelint.extract import nodes as cst
from purposelint.extract.blocks import Header, lower_block
from purposelint.extract.headers import (
    docstring,
    lower_annotation,
    lower_decorators,
    lower_params,
    lower_type_parameters,
)
from purposelint.extract.scopes import Scope
from purposelint.extract.walk import Walk


def lower_function(walk: Walk, node: cst.FunctionDef, out: list[Stmt]) -> None:
    """`def`, with decorators."""
    cursor, outer = walk.cursor, walk.scope
    name = node.name.value
    decorators = lower_decorators(walk, node)
    at = cursor.at[cursor.take("async" if node.asynchronous else "def")]
    cursor.take(name)
    index = len(walk.functions)
    walk.functions.append(None)
    outer.bound.add(name)
    inner = Scope("function", index, f"{outer.prefix}{name}.", outer, -1)
    if node.type_parameters is not None:
        lower_type_parameters(walk, node.type_parameters, inner)
    opening = cursor.opening()
    params = lower_params(walk, node.params, opening)
    cursor.close(opening)
    returns = lower_annotation(walk, node.returns)
    to = cursor.end_of_header()
    header = Header(at, to, outer.index, outer.prefix + name)
    walk.ownership.own(*header)
    _enter_function(inner, params, is_method=outer.kind == "class" and not _is_static(node))
    walk.scope = inner
    body = lower_block(walk, node.body, header)
    walk.scope = outer
    walk.functions[index] = Function(
        name=name,
        qualname=outer.prefix + name,
        kind="function",
        parent=outer.index,
        class_=outer.class_,
        is_async=node.asynchronous is not None,
        is_generator=inner.is_generator,
        params=params,
        decorators=decorators,
        returns=returns,
        docstring=docstring(body),
        locals=inner.local_names(),
        calls=tuple(sorted(inner.calls)),
        body=body,
        at=at,
        to=to,
        end=cursor.end(),
    )
    out.append(Def(at, to, index))


def _is_static(node: cst.FunctionDef) -> bool:
    return any(
        isinstance(each.decorator, cst.Name) and each.decorator.value == "staticmethod"
        for each in node.decorators
    )


def _enter_function(scope: Scope, params: tuple[Param, ...], *, is_method: bool) -> None:
    """Bind the parameters, and find what `self` is: a nested function sees that of the method around it."""
    scope.bound.update([param.name for param in params])
    outer = scope.parent
    if outer is None:
        return
    scope.owner = outer.owner
    if is_method and params and params[0].kind <= 1:
        scope.self_name = params[0].name
    elif outer.self_name not in scope.bound:
        scope.self_name = outer.self_name


def lower_lambda(walk: Walk, node: cst.Lambda) -> Expr:
    """`lambda params: body`: a function whose body returns."""
    cursor, outer = walk.cursor, walk.scope
    at = cursor.at[cursor.take("lambda")]
    index = len(walk.functions)
    walk.functions.append(None)
    params = lower_params(walk, node.params, None)
    to = cursor.end_of_header()
    inner = Scope("lambda", index, f"{outer.prefix}<lambda>.", outer, -1)
    _enter_function(inner, params, is_method=False)
    walk.scope = inner
    start = cursor.element_start()
    value = walk.expr(node.body)
    walk.scope = outer
    end = cursor.end()
    walk.functions[index] = Function(
        name="<lambda>",
        qualname=outer.prefix + "<lambda>",
        kind="lambda",
        parent=outer.index,
        class_=outer.class_,
        is_async=False,
        is_generator=inner.is_generator,
        params=params,
        decorators=(),
        returns=None,
        docstring="",
        locals=inner.local_names(),
        calls=tuple(sorted(inner.calls)),
        body=(Return(start, end, value),),
        at=at,
        to=to,
        end=end,
    )
    return Lambda(index)
