"""Declarations that are code: decorators, with blocks, annotations and what describes a field.

All are recognised by name, whatever they are imported from, and say in the grammar of comments what
they say (`written`).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from purposelint.domain.expressions import Call, Expr
from purposelint.domain.markers import NOT_PERSONAL, PERSONAL, PURPOSE, Markers, Said, keyword, last_name
from purposelint.domain.place import Span, span_between
from purposelint.domain.program import Module
from purposelint.domain.statements import AnnAssign, Assign
from purposelint.judge.declarations.blocks import with_blocks
from purposelint.judge.declarations.directives import Defect
from purposelint.judge.declarations.keywords import nothing_said, strange_keywords, texts_of
from purposelint.judge.declarations.model import Node
from purposelint.judge.declarations.scopes import Scopes
from purposelint.judge.declarations.written import (
    as_comment,
    described,
    of_not_personal,
    of_personal,
)


class Stated(msgspec.Struct, frozen=True):
    """A declaration as code states it: `text` is its comment form, None where it is not constant.

    Of a marker without a purpose there is no text; `elements` are the words that it uses for them.
    `defects` are what its brackets say that no marker knows. It is `certain` where nobody else's call can
    bear the name; of another `said` tells: its texts.
    """

    node: Node
    carrier: str
    span: Span
    text: str | None
    elements: tuple[str, ...] = ()
    defects: tuple[Defect, ...] = ()
    certain: bool = False
    said: tuple[str, ...] = ()


def stated(module: Module, scopes: Scopes, markers: Markers) -> Iterator[Stated]:
    """All declarations that the code of a module carries, in order of kind and source."""
    yield from _decorators(module, scopes, markers)
    for function in module.facts.functions:
        for block in with_blocks(module.facts, function):
            call = block.call
            if isinstance(call, Call) and last_name(call.func) == PURPOSE:
                node = Node("block", block.span, -1, "with block")
                yield _purposes(module, call, node, "with block", markers)
    for class_ in module.facts.classes:
        for field in class_.fields:
            if field.annotation is None and not isinstance(field.value, Call):
                continue
            node = Node("field", span_between(field.at, field.to), -1, "field")
            yield from _annotated(module, field.annotation, node, markers)
            yield from _described(field.value, node)
    for index, function in enumerate(module.facts.functions):
        for parameter in function.params:
            if parameter.annotation is None and not isinstance(parameter.default, Call):
                continue
            owner = span_between(parameter.at, parameter.to)
            node = Node("parameter", owner, index, "parameter")
            yield from _annotated(module, parameter.annotation, node, markers)
            yield from _described(parameter.default, node)
    yield from _tables(module)


def _decorators(module: Module, scopes: Scopes, markers: Markers) -> Iterator[Stated]:
    found = [
        (scopes.defined(function.qualname, "function"), function.decorators)
        for function in module.facts.functions
        if function.kind == "function" and function.decorators
    ]
    found += [
        (scopes.defined(class_.qualname, "class"), class_.decorators)
        for class_ in module.facts.classes
        if class_.decorators
    ]
    for node, decorators in found:
        for decorator in decorators:
            if node is not None and isinstance(decorator, Call) and last_name(decorator.func) == PURPOSE:
                yield _purposes(module, decorator, node, "decorator", markers)


def _purposes(module: Module, call: Call, node: Node, carrier: str, markers: Markers) -> Stated:
    return Stated(
        node,
        carrier,
        _span(call),
        as_comment(call),
        defects=strange_keywords(call),
        certain=markers.is_own(module.name, call),
        said=tuple(texts_of(call)),
    )


def _annotated(module: Module, annotation: Expr | None, node: Node, markers: Markers) -> Iterator[Stated]:
    """Markers anywhere in an annotation, and the calls in it that describe the field."""
    for said in markers.of(module.name, annotation):
        span = _span(said.call) if said.here or node.owner is None else node.owner
        if said.marker:
            yield _marked(said, node, span)
        else:
            yield from (Stated(node, carrier, span, text) for carrier, text in described(said.call))


def _marked(said: Said, node: Node, span: Span) -> Stated:
    defects = strange_keywords(said.call)
    if said.marker == NOT_PERSONAL:
        return Stated(node, NOT_PERSONAL, span, of_not_personal(said), (), defects, certain=True)
    if keyword(said.call, PURPOSE) is None and said.words is not None:
        nothing = () if said.call.args else (nothing_said(said.call),)
        return Stated(node, PERSONAL, span, "", said.words, (*defects, *nothing), certain=True)
    return Stated(node, PERSONAL, span, of_personal(said), (), defects, certain=True)


def _described(value: Expr | None, node: Node) -> Iterator[Stated]:
    """What the call that makes a field says of it, and the calls handed to it (a wrapped column)."""
    if not isinstance(value, Call):
        return
    yield from (Stated(node, carrier, _span(value), text) for carrier, text in described(value))
    yield from _handed(value)


def _handed(call: Call) -> Iterator[Stated]:
    for argument in call.args:
        if isinstance(argument.value, Call):
            span = _span(argument.value)
            node = Node("element", span, -1, "argument")
            told = described(argument.value, of_field=False)
            yield from (Stated(node, carrier, span, text) for carrier, text in told)


def _tables(module: Module) -> Iterator[Stated]:
    """Columns of tables that a module makes without a class: `Table("users", metadata, Column(...))`."""
    for statement in module.facts.functions[0].body if module.facts.functions else ():
        if isinstance(statement, (Assign, AnnAssign)) and isinstance(statement.value, Call):
            yield from _handed(statement.value)


def _span(call: Call) -> Span:
    return span_between(call.at, call.to)
