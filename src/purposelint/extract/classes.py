"""Classes: their headers, their bodies and their fields."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from purposelint.domain.expressions import Arg, Const
from purposelint.domain.facts import Class, Field, Function
from purposelint.domain.statements import ClassDef, ExprStmt, Stmt
from purposelint.extract import nodes as cst
from purposelint.extract.blocks import Header, lower_block
from purposelint.extract.chains import lower_arguments
from purposelint.extract.headers import docstring, lower_decorators, lower_type_parameters
from purposelint.extract.scopes import FieldSketch, Scope
from purposelint.extract.walk import Walk


def lower_class(walk: Walk, node: cst.ClassDef, out: list[Stmt]) -> None:
    """`class`, with decorators; its body is a function of its own."""
    cursor, outer = walk.cursor, walk.scope
    name = node.name.value
    qualname = outer.prefix + name
    decorators = lower_decorators(walk, node)
    at = cursor.at[cursor.take("class")]
    cursor.take(name)
    number = len(walk.classes)
    walk.classes.append(None)
    body_index = len(walk.functions)
    walk.functions.append(None)
    outer.bound.add(name)
    if node.type_parameters is not None:
        lower_type_parameters(walk, node.type_parameters, None)
    arguments: tuple[Arg, ...] = ()
    if cst.is_there(node.lpar):
        opening = cursor.opening()
        arguments = lower_arguments(walk, (*node.bases, *node.keywords), opening, name)
        cursor.close(opening)
    to = cursor.end_of_header()
    header = Header(at, to, outer.index, qualname)
    walk.ownership.own(*header)
    inner = Scope("class", body_index, f"{qualname}.", outer, number)
    inner.owner = name
    walk.scope = inner
    body = lower_block(walk, node.body, header)
    walk.scope = outer
    end = cursor.end()
    walk.functions[body_index] = _body(inner, header, body, end)
    walk.classes[number] = Class(
        name=name,
        qualname=qualname,
        parent=outer.index,
        body=body_index,
        bases=tuple([each.value for each in arguments if each.name is None and each.star != 2]),
        keywords=tuple([each for each in arguments if each.name is not None or each.star == 2]),
        decorators=decorators,
        fields=_finished_fields(walk, inner.fields, body),
        docstring=docstring(body),
        at=at,
        to=to,
        end=end,
    )
    out.append(ClassDef(at, to, number))


def _body(scope: Scope, header: Header, body: tuple[Stmt, ...], end: int) -> Function:
    """The function that a class body is."""
    assert scope.parent is not None
    return Function(
        name="<body>",
        qualname=f"{scope.prefix}<body>",
        kind="class",
        parent=scope.parent.index,
        class_=scope.class_,
        is_async=False,
        is_generator=False,
        params=(),
        decorators=(),
        returns=None,
        docstring=docstring(body),
        locals=scope.local_names(),
        calls=tuple(sorted(scope.calls)),
        body=body,
        at=header.at,
        to=header.to,
        end=end,
    )


def _finished_fields(walk: Walk, fields: Iterable[FieldSketch], body: tuple[Stmt, ...]) -> tuple[Field, ...]:
    """Fields with the comments of their statements and the strings right behind them."""
    texts_behind: dict[int, str] = {}
    for statement, following in pairwise(body):
        if isinstance(following, ExprStmt) and isinstance(following.value, Const):
            texts_behind[statement.at] = docstring((following,))
    result: list[Field] = []
    for field in fields:
        texts = [*walk.ownership.attached.get(field.at, ()), texts_behind.get(field.at, "")]
        comment = "\n".join(text for text in texts if text)
        result.append(Field(field.name, field.annotation, field.value, comment, field.at, field.to))
    return tuple(result)
