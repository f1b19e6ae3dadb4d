"""What a function of the project does to a record that it is handed before it leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal, TypeAlias

from purposelint.domain.chains import KEYED, stated_text
from purposelint.domain.expressions import Attr, Call, Cond, Const, Expr, Name, Node, Sub
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo, Program
from purposelint.domain.statements import Assign, AugAssign, Delete, For, Return

Effect: TypeAlias = Literal["lets through", "may rewrite", "rewrites"]

_CHANGING = frozenset({"pop", "update", "clear", "setdefault", "popitem", "append", "extend", "insert"})
"""Methods by which a dict or list is changed in place."""


def effect(program: Program, symbol: str, carries: Collection[str]) -> Effect:
    """What a hook, by symbol ('' if unknown), does to what carries the record in its first argument."""
    info = program.functions.get(symbol)
    if info is None or not info.facts.params:
        return "may rewrite"
    return _Hook(program, info, carries).effect()


class _Hook:
    """One function: the names that stand for what it was handed, or for one part of that."""

    def __init__(self, program: Program, info: FunctionInfo, carries: Collection[str]) -> None:
        self._program = program
        self._info = info
        self._carries = carries
        self._nodes = list(nodes_of(info.facts))
        methods = info.facts.class_ >= 0 and len(info.facts.params) > 1
        self._event = info.facts.params[1 if methods else 0].name
        self._parts: dict[str, str] = {self._event: ""}
        bound = [each for node in self._nodes for each in _bound(node) if each[0] != self._event]
        while new := self._newly_known(bound):
            self._parts |= new

    def _newly_known(self, bound: Sequence[tuple[str, Expr]]) -> dict[str, str]:
        parts = {name: self._part(value) for name, value in bound if name not in self._parts}
        return {name: part for name, part in parts.items() if part is not None}

    def effect(self) -> Effect:
        if any(self._concerns(part) for node in self._nodes for part in self._changed(node)):
            return "rewrites"
        given = [node.value for node in self._nodes if type(node) is Return]
        if not any(self._gives_it(value) for value in given):
            known = all(value is None or type(value) is Const for value in given)
            return "rewrites" if known else "may rewrite"
        if not all(self._plain(value) for value in given):
            return "may rewrite"
        handed = any(self._hands_on(node) for node in self._nodes if type(node) is Call)
        return "may rewrite" if handed else "lets through"

    def _concerns(self, part: str) -> bool:
        return not part or part in self._carries

    def _part(self, expr: Expr) -> str | None:
        """First key of a read of the event, '' if unknown or for all of it; None for anything else."""
        key = ""
        while True:
            if type(expr) is Name:
                known = self._parts.get(expr.id)
                return known or key if known is not None else None
            if type(expr) is Sub:
                key = stated_text(expr.index)
                expr = expr.value
            elif type(expr) is Call and type(expr.func) is Attr:
                key = _first_text(expr) if expr.func.name in KEYED else key
                expr = expr.func.value
            else:
                return None

    def _changed(self, node: Node) -> Iterator[str]:
        """Parts of the event that a node writes to or takes out."""
        targets: tuple[Expr, ...] = ()
        if isinstance(node, Assign | Delete):
            targets = node.targets
        elif type(node) is AugAssign:
            targets = (node.target,)
        elif type(node) is Call and type(node.func) is Attr and node.func.name in _CHANGING:
            part = self._part(node.func.value)
            if part is not None:
                yield part or _first_text(node)
        for target in targets:
            part = self._part(target) if (type(target) is Sub or type(target) is Attr) else None
            if part is not None:
                yield part

    def _gives_it(self, value: Expr | None) -> bool:
        if type(value) is Cond:
            return self._gives_it(value.body) or self._gives_it(value.orelse)
        return type(value) is Name and value.id == self._event

    def _plain(self, value: Expr | None) -> bool:
        """Whether a return gives the event as it is, or nothing."""
        if type(value) is Cond:
            return self._plain(value.body) and self._plain(value.orelse)
        return value is None or type(value) is Const or self._gives_it(value)

    def _hands_on(self, node: Call) -> bool:
        """Whether a function of the project is handed the event, or a part that carries the record."""
        parts = [self._part(argument.value) for argument in node.args]
        if not any(part is not None and self._concerns(part) for part in parts):
            return False
        name = node.func.id if type(node.func) is Name else ""
        called = self._program.resolve(self._info.module, name, self._info.imports) if name else ""
        return called in self._program.functions


def _bound(node: Node) -> Iterator[tuple[str, Expr]]:
    """Names that a statement binds, each with what it comes from: a loop's to what it goes through."""
    if type(node) is Assign and len(node.targets) == 1 and type(node.targets[0]) is Name:
        yield node.targets[0].id, node.value
    elif type(node) is For and type(node.target) is Name:
        yield node.target.id, node.iter


def _first_text(node: Call) -> str:
    return stated_text(node.args[0].value) if node.args else ""
