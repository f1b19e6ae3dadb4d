"""Methods and attributes of the project's own that it gave a framework's objects."""

from __future__ import annotations

from typing import NamedTuple

from purposelint.domain.chains import stated_text
from purposelint.domain.expressions import Const, Expr
from purposelint.domain.frameworks import Extension
from purposelint.domain.program import FunctionInfo, Program
from purposelint.flow.lookup.framework_entries import fits
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.registrations import Registration, calls_of, symbol_of


class Extended(NamedTuple):
    """What stands under a name of some objects: a function of the project, or what it gives."""

    entry: Extension
    symbol: str
    is_property: bool


class Extensions:
    """What the program gave a framework's objects, by name."""

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Read the calls that extend something."""
        self._program = program
        self._knowledge = knowledge
        self._named: dict[str, list[Extended]] = {}
        for made in calls_of(program, knowledge.extending):
            self._read(made)

    def find(self, kind: str, receiver: str, name: str) -> Extended | None:
        """What an object has under a name, by the object's type, or by its word where that is unknown."""
        for found in self._named.get(name, ()):
            if kind in found.entry.of or (not kind and fits(found.entry.objects, receiver)):
                return found
        return None

    def _read(self, made: Registration) -> None:
        entry = self._knowledge.extension((made.canonical,), made.last, made.receiver)
        if entry is None:
            return
        given = made.given(entry.parameters)
        symbol = self._function(made.info, given.get(entry.function))
        stated = given.get(entry.name)
        name = stated_text(stated) if stated is not None else symbol.rpartition(".")[2]
        if symbol and name:
            is_property = any(_is_true(given.get(keyword)) for keyword in entry.properties)
            self._named.setdefault(name, []).append(Extended(entry, symbol, is_property))

    def _function(self, info: FunctionInfo, expr: Expr | None) -> str:
        """The function that an expression is: by its name, or by a text that is its dotted name."""
        symbol = stated_text(expr).replace(":", ".") or symbol_of(self._program, info, expr)
        return symbol if symbol in self._program.functions else ""


def _is_true(expr: Expr | None) -> bool:
    return type(expr) is Const and expr.value is True
