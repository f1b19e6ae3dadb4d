"""Attributes in which the methods of a class keep records, or queries, that they ask a store for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from purposelint.domain.chains import dotted, receiver_word
from purposelint.domain.expressions import Attr, Await, Call, Expr, Name, Seq
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo
from purposelint.domain.queries import Query
from purposelint.domain.statements import Assign
from purposelint.flow.lookup.query_methods import outside_classes
from purposelint.flow.state.rows import row_class_of, rows_of

if TYPE_CHECKING:
    from purposelint.flow.lookup.view import View

_LONGEST_CHAIN = 12


class _Asked(NamedTuple):
    """Type of what an expression asks a store for, '' for nothing; `pair` where it comes first in a pair."""

    type: str
    pair: bool = False


_NOTHING = _Asked("")


class KeptRecords:
    """Types of attributes by the queries that methods assign to them, read once for each class."""

    def __init__(self, view: View) -> None:
        """Nothing is read yet."""
        self._view = view
        self._types: dict[str, dict[str, str]] = {}

    def of(self, lineage: Sequence[str], name: str) -> str:
        """Type of an attribute of a class, given with those above it; '' where no method keeps a record."""
        for kind in lineage:
            types = self._types.get(kind)
            if types is None:
                types = self._types[kind] = self._read(kind)
            if name in types:
                return types[name]
        return ""

    def _read(self, kind: str) -> dict[str, str]:
        program = self._view.program
        info = program.classes.get(kind)
        types: dict[str, str] = {}
        for symbol in info.methods.values() if info is not None else ():
            for name, found in _Method(self._view, program.functions[symbol]).kept():
                types.setdefault(name, found)
        return types


class _Method:
    """One method, with the types of its local variables as far as they hold what was asked for."""

    def __init__(self, view: View, info: FunctionInfo) -> None:
        self._view = view
        self._info = info
        self._locals: dict[str, str] = {}

    def kept(self) -> Iterator[tuple[str, str]]:
        """Attributes of the receiver that hold records or queries, with their types."""
        params = self._info.facts.params
        receiver = params[0].name if params else ""
        assigned = [node for node in nodes_of(self._info.facts) if type(node) is Assign]
        for statement in sorted(assigned, key=lambda each: each.at):
            asked = self._asked(statement.value)
            for target in statement.targets:
                if type(target) is Seq:
                    first = target.items[0] if asked.pair and target.items else None
                    found, bound = asked.type, first
                else:
                    found, bound = "" if asked.pair else asked.type, target
                if type(bound) is Name:
                    before = self._locals.setdefault(bound.id, found)
                    self._locals[bound.id] = found if before == found else ""
                elif found and type(bound) is Attr and dotted(bound.value) == receiver:
                    yield bound.name, found

    def _asked(self, expr: Expr, depth: int = 0) -> _Asked:
        while type(expr) is Await:
            expr = expr.value
        if depth > _LONGEST_CHAIN:
            return _NOTHING
        if type(expr) is Name:
            return _Asked(self._locals.get(expr.id, ""))
        if type(expr) is Attr:
            return _Asked(self._begun(self._named(expr.value), expr.name))
        return self._called(expr, depth) if type(expr) is Call else _NOTHING

    def _called(self, call: Call, depth: int) -> _Asked:
        """What a call queries a class for, or what a method of a query gives."""
        knowledge, func = self._view.knowledge, call.func
        if type(func) is Attr and func.name in knowledge.query_methods:
            kind, entry = self._method(func, depth)
            if entry is not None and func.name in entry.row:
                return _Asked(kind, func.name in entry.pairs)
            if entry is not None:
                goes_on = func.name in (*entry.again, *entry.computed)
                return _Asked(rows_of(kind)) if goes_on else _NOTHING
        text = dotted(func)
        word = receiver_word(func.value) if type(func) is Attr else ""
        canonical = self._view.resolve(self._info, text) if text else ""
        query = knowledge.query_call((canonical,) if canonical else (), text.rpartition(".")[2], word)
        if query is None or query.model or not call.args:
            return _NOTHING
        first = call.args[0].value
        kind = self._named(first)
        if kind not in self._view.program.classes:
            kind = row_class_of(self._asked(first, depth + 1).type)
        return _Asked((kind if query.gives == "row" else rows_of(kind)) if kind else "")

    def _method(self, func: Attr, depth: int) -> tuple[str, Query | None]:
        """The class whose records a method of a query, or of the class itself, is about."""
        program, knowledge = self._view.program, self._view.knowledge
        kind = row_class_of(self._asked(func.value, depth + 1).type)
        if kind:
            return kind, knowledge.query_methods.of(func.name, outside_classes(program, kind))
        kind = self._named(func.value)
        return kind, knowledge.query_methods.of_class(func.name, program.outside_bases(kind))

    def _named(self, expr: Expr) -> str:
        """The class that an expression names, by itself or by a call that an entry says stands for one."""
        text = dotted(expr.func if type(expr) is Call else expr)
        canonical = self._view.resolve(self._info, text) if text else ""
        chosen = self._view.relations.choices.of(canonical) if canonical else ""
        return chosen or ("" if type(expr) is Call else canonical)

    def _begun(self, kind: str, name: str) -> str:
        """Type of the query that an attribute of a stored class begins."""
        program = self._view.program
        bases = program.outside_bases(kind) if kind in program.classes else (kind,) if kind else ()
        for base in bases:
            entry = self._view.knowledge.query_attribute(f"{base}.{name}")
            if entry is not None and not entry.model:
                return rows_of(kind)
        return ""
