"""Calls anywhere in the program that tell a framework of something: read before anything is analysed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Call, Expr
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo, Program


class Registration(NamedTuple):
    """A call by the function that makes it, with its canonical name, its last word and its receiver's."""

    info: FunctionInfo
    node: Call
    canonical: str
    last: str
    receiver: str

    def given(self, order: tuple[str, ...]) -> dict[str, Expr]:
        """Its arguments by the names of an entry's parameters."""
        return arguments_of(self.node, order)


def arguments_of(node: Call, order: tuple[str, ...]) -> dict[str, Expr]:
    """Arguments of a call by the names of an entry's parameters."""
    plain = [argument for argument in node.args if not argument.star]
    found = dict(zip(order, (a.value for a in plain if a.name is None), strict=False))
    return found | {a.name: a.value for a in plain if a.name is not None}


def calls_of(program: Program, words: Collection[str]) -> Iterator[Registration]:
    """Calls whose last word is one of these."""
    for info in program.functions.values():
        if not words or not any(call.rpartition(".")[2] in words for call in info.facts.calls):
            continue
        for node in nodes_of(info.facts):
            text = dotted(node.func) if type(node) is Call else ""
            last = text.rpartition(".")[2]
            if type(node) is Call and last in words:
                canonical = program.resolve(info.module, text, info.imports)
                receiver = text.split(".")[-2] if "." in text else ""
                yield Registration(info, node, canonical, last, receiver)


def symbol_of(program: Program, info: FunctionInfo, expr: Expr | None) -> str:
    """Canonical name of an expression that is no local value."""
    text = dotted(expr)
    root = text.partition(".")[0]
    local = root in info.facts.locals and info.facts.kind in ("function", "lambda")
    if not text or (local and root not in info.imports):
        return ""
    return program.resolve(info.module, text, info.imports)
