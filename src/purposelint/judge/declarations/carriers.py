"""Declarations that are code: decorators, with blocks, annotations and field metadata.

All are recognised by name, whatever they are imported from, and say in the grammar of comments what
they say: `@purpose("payment", to="partner")` is `payment to partner`.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from purposelint.domain.expressions import Arg, Attr, Call, Const, Expr, Map, Name, Seq, Sub
from purposelint.domain.facts import Field
from purposelint.domain.place import Span, span_between
from purposelint.domain.program import Module
from purposelint.judge.declarations.blocks import with_blocks
from purposelint.judge.declarations.model import Node
from purposelint.judge.declarations.scopes import Scopes

_PURPOSE = "purpose"
_PERSONAL = "Personal"
_NOT_PERSONAL = "NotPersonal"
_METADATA = ("info", "metadata", "json_schema_extra")
_COMMENT = "db_comment"
_DEPTH = 6
"""How deep an annotation is searched for markers."""


class Stated(msgspec.Struct, frozen=True):
    """A declaration as code states it: `text` is its comment form, None where it is not constant."""

    node: Node
    carrier: str
    span: Span
    text: str | None


def stated(module: Module, scopes: Scopes) -> Iterator[Stated]:
    """All declarations that the code of a module carries, in order of kind and source."""
    yield from _decorators(module, scopes)
    for function in module.facts.functions:
        for block in with_blocks(module.facts, function):
            call = block.call
            if isinstance(call, Call) and _named(call.func) == _PURPOSE:
                node = Node("block", block.span, -1, "with block")
                yield Stated(node, "with block", span_between(call.at, call.to), _as_comment(call))
    for class_ in module.facts.classes:
        for field in class_.fields:
            node = Node("field", span_between(field.at, field.to), -1, "field")
            yield from _marked(field.annotation, node)
            yield from _metadata(field, node)
    for index, function in enumerate(module.facts.functions):
        for parameter in function.params:
            owner = span_between(parameter.at, parameter.to)
            yield from _marked(parameter.annotation, Node("parameter", owner, index, "parameter"))


def _decorators(module: Module, scopes: Scopes) -> Iterator[Stated]:
    for function in module.facts.functions:
        if function.kind == "function":
            yield from _decorated(function.decorators, scopes.defined(function.qualname, "function"))
    for class_ in module.facts.classes:
        yield from _decorated(class_.decorators, scopes.defined(class_.qualname, "class"))


def _decorated(decorators: tuple[Expr, ...], node: Node | None) -> Iterator[Stated]:
    for decorator in decorators:
        if node is not None and isinstance(decorator, Call) and _named(decorator.func) == _PURPOSE:
            span = span_between(decorator.at, decorator.to)
            yield Stated(node, "decorator", span, _as_comment(decorator))


def _marked(annotation: Expr | None, node: Node) -> Iterator[Stated]:
    """`Personal` and `NotPersonal` markers anywhere in an annotation."""
    waiting: list[tuple[Expr, int]] = [(annotation, 0)] if annotation is not None else []
    while waiting:
        expr, depth = waiting.pop()
        if isinstance(expr, Sub) and depth < _DEPTH:
            waiting += [(expr.index, depth + 1)]
        elif isinstance(expr, Seq):
            waiting += [(item, depth) for item in reversed(expr.items)]
        elif isinstance(expr, Call):
            span = span_between(expr.at, expr.to)
            if _named(expr.func) == _PERSONAL and _keyword(expr, _PURPOSE) is not None:
                yield Stated(node, "annotation", span, _as_marker(expr))
            elif _named(expr.func) == _NOT_PERSONAL:
                words = _texts(expr.args[0].value) if expr.args else ()
                text = f"# not-personal: {' '.join(words)}" if words is not None else None
                yield Stated(node, "annotation", span, text)


def _metadata(field: Field, node: Node) -> Iterator[Stated]:
    """`info={"purpose": ...}` and its likes, and `db_comment="purpose: ..."`."""
    if not isinstance(field.value, Call):
        return
    for argument in field.value.args:
        text = ""
        if argument.name in _METADATA and isinstance(argument.value, Map):
            text = next((f"# purpose: {said}" for said in _purposes_in(argument.value)), "")
        elif argument.name == _COMMENT and isinstance(argument.value, Const):
            text = f"# {argument.value.value}"
        if text:
            yield Stated(node, f"{argument.name}=", span_between(argument.at, argument.to), text)


def _purposes_in(display: Map) -> Iterator[str]:
    for item in display.items:
        if isinstance(item.key, Const) and item.key.value == _PURPOSE:
            yield ", ".join(_texts(item.value) or ())


def _as_comment(call: Call) -> str | None:
    """Comment form of `purpose("payment", ..., to=..., because=..., elements=...)`."""
    purposes = [_texts(argument.value) for argument in call.args if argument.name is None]
    elements = _option(call, "elements")
    return _joined(elements, _flat(purposes), call)


def _as_marker(call: Call) -> str | None:
    """Comment form of `Personal("identity.email", purpose=..., to=..., because=...)`."""
    elements = [_texts(argument.value) for argument in call.args if argument.name is None]
    return _joined(_flat(elements), _option(call, _PURPOSE), call)


def _joined(elements: tuple[str, ...] | None, purposes: tuple[str, ...] | None, call: Call) -> str | None:
    recipients, because = _option(call, "to"), _option(call, "because")
    if elements is None or purposes is None or recipients is None or because is None:
        return None
    parts = (
        f"{', '.join(elements)} for" if elements else "",
        ", ".join(purposes),
        f"to {', '.join(recipients)}" if recipients else "",
        f"because {' '.join(because)}" if because else "",
    )
    return "# purpose: " + " ".join(part for part in parts if part)


def _flat(lists: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    found: list[str] = []
    for texts in lists:
        if texts is None:
            return None
        found += texts
    return tuple(found)


def _option(call: Call, name: str) -> tuple[str, ...] | None:
    """Texts of a keyword argument; empty where it is not given, None where it is not constant."""
    argument = _keyword(call, name)
    return _texts(argument.value) if argument is not None else ()


def _keyword(call: Call, name: str) -> Arg | None:
    return next((argument for argument in call.args if argument.name == name), None)


def _texts(expr: Expr) -> tuple[str, ...] | None:
    """A text, or a display of texts; None for anything else."""
    items = expr.items if isinstance(expr, Seq) else (expr,)
    texts = [item.value for item in items if isinstance(item, Const) and isinstance(item.value, str)]
    return tuple(texts) if len(texts) == len(items) else None


def _named(expr: Expr) -> str:
    if isinstance(expr, Attr):
        return expr.name
    return expr.id if isinstance(expr, Name) else ""
