"""Classes of the project whose objects query a stored class: managers, and querysets of its own."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Call, Expr
from purposelint.domain.program import Program
from purposelint.flow.lookup.class_statements import chain_of


class QueryClasses:
    """The stored class that each of them asks, where there is one alone."""

    def __init__(self, program: Program, bases: frozenset[str]) -> None:
        """Read what the bodies of all classes state; `bases` are the library's classes of queries."""
        self._program = program
        self._asked: dict[str, set[str]] = {}
        self._asking: dict[str, dict[str, None]] = {}
        own = {symbol for symbol in program.classes if not bases.isdisjoint(program.outside_bases(symbol))}
        for info in program.classes.values() if own else ():
            for field in info.facts.fields:
                for text in _names(field.value):
                    symbol = program.resolve(info.module, text)
                    if symbol in own:
                        self._asked.setdefault(symbol, set()).add(info.symbol)
                        self._asking.setdefault(info.symbol, {})[symbol] = None

    def of(self, kind: str) -> str:
        """The stored class that objects of a class query, '' where that is none or one of several."""
        asked = self._asked.get(kind, set())
        return next(iter(asked)) if len(asked) == 1 else ""

    def method(self, model: str, name: str) -> str:
        """A method of the project's own that a query of a stored class has, '' where it has none."""
        info = self._program.classes.get(model)
        asking = (self._asking.get(base, {}) for base in (info.lineage if info and self._asking else ()))
        found = (self._program.method(symbol, name) for symbols in asking for symbol in symbols)
        return next(filter(None, found), "")


def _names(expr: Expr | None) -> Iterator[str]:
    """Names in `Manager()`, `Rows.as_manager()` and `Manager.from_queryset(Rows)()`."""
    for part in chain_of(expr):
        parts = [part, *(argument.value for argument in part.args)] if type(part) is Call else [part]
        yield from filter(None, map(dotted, parts))
