"""Classes of the project whose objects query a stored class: managers, and querysets of its own."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Expr
from purposelint.domain.program import Program

_LONGEST_CHAIN = 12


class QueryClasses:
    """The stored class that each of them asks, where there is one alone."""

    def __init__(self, program: Program, bases: frozenset[str]) -> None:
        """Read what the bodies of all classes state; `bases` are the library's classes of queries."""
        self._program = program
        self._asked: dict[str, set[str]] = {}
        own = {symbol for symbol in program.classes if not bases.isdisjoint(program.outside_bases(symbol))}
        for info in program.classes.values() if own else ():
            for field in info.facts.fields:
                for text in _names(field.value):
                    symbol = program.resolve(info.module, text)
                    if symbol in own:
                        self._asked.setdefault(symbol, set()).add(info.symbol)

    def of(self, kind: str) -> str:
        """The stored class that objects of a class query, '' where that is none or one of several."""
        asked = self._asked.get(kind, set())
        return next(iter(asked)) if len(asked) == 1 else ""


def _names(expr: Expr | None) -> Iterator[str]:
    """Names in `Manager()`, `Rows.as_manager()` and `Manager.from_queryset(Rows)()`."""
    for _ in range(_LONGEST_CHAIN):
        if expr is None:
            return
        text = dotted(expr)
        if text:
            yield text
        if isinstance(expr, Call):
            yield from (dotted(argument.value) for argument in expr.args if dotted(argument.value))
        expr = expr.value if isinstance(expr, Attr) else expr.func if isinstance(expr, Call) else None
