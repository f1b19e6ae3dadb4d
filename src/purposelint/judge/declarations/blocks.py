"""The blocks of with statements: which source stands in each."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from purposelint.domain.expressions import Expr
from purposelint.domain.facts import FileFacts, Function
from purposelint.domain.place import Span, span_between
from purposelint.domain.statements import ClassDef, Def, Statement, With


class Block(msgspec.Struct, frozen=True):
    """An item of a with statement and the span from its keyword to the end of its block."""

    call: Expr
    span: Span


def with_blocks(facts: FileFacts, function: Function) -> Iterator[Block]:
    """Items of all with statements of a function's own body, outer ones first."""
    waiting: list[Statement] = list(reversed(function.body))
    while waiting:
        statement = waiting.pop()
        if isinstance(statement, With):
            span = span_between(statement.at, _end(facts, statement))
            for item in statement.items:
                yield Block(item.value, span)
        waiting += reversed(_inner(statement))


def _end(facts: FileFacts, statement: Statement) -> int:
    """Packed point at which the last statement within ends."""
    last = statement.to
    waiting = [statement]
    while waiting:
        inner = waiting.pop()
        last = max(last, inner.to)
        if isinstance(inner, Def):
            last = max(last, facts.functions[inner.function].end)
        elif isinstance(inner, ClassDef):
            last = max(last, facts.classes[inner.class_].end)
        waiting += _inner(inner)
    return last


def _inner(statement: Statement) -> list[Statement]:
    """Statements that stand directly in a compound one, in order."""
    found: list[Statement] = []
    for name in statement.__struct_fields__:
        value = getattr(statement, name)
        if isinstance(value, tuple):
            found += [item for item in value if isinstance(item, Statement)]
    return found
