"""Compound statements: the blocks of `with`, which source stands in each, and where headers stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from purposelint.domain.expressions import Expr
from purposelint.domain.facts import FileFacts, Function
from purposelint.domain.place import Span, span_between
from purposelint.domain.statements import (
    Case,
    ClassDef,
    Def,
    For,
    Handler,
    If,
    Match,
    Statement,
    Try,
    While,
    With,
)

WITHIN: Mapping[type[Statement], tuple[str, ...]] = {
    If: ("body", "orelse"),
    While: ("body", "orelse"),
    For: ("body", "orelse"),
    Handler: ("body",),
    Try: ("body", "handlers", "orelse", "final"),
    With: ("body",),
    Case: ("body",),
    Match: ("cases",),
}
"""Keys of compound statements that hold statements, in order of source."""


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
        if type(statement) in WITHIN:
            waiting += reversed(_inner(statement))


HEADER = "header of "
_KEYWORDS: Mapping[type[Statement], str] = {
    If: "if",
    While: "while",
    For: "for",
    Try: "try",
    Handler: "except",
    With: "with",
    Match: "match",
    Case: "case",
}


def headers(facts: FileFacts) -> dict[int, str]:
    """What heads a block, by the packed point at which it begins: ``header of `if` ``."""
    found: dict[int, str] = {}
    waiting: list[Statement] = [statement for function in facts.functions for statement in function.body]
    while waiting:
        statement = waiting.pop()
        if type(statement) in _KEYWORDS:
            found[statement.at] = f"{HEADER}`{_KEYWORDS[type(statement)]}`"
        waiting += _inner(statement)
    return found


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
    names = WITHIN.get(type(statement))
    return [inner for name in names for inner in getattr(statement, name)] if names else []
