"""Texts that modules keep under a name: the regular expression of a validator, the message it gives."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Call, Expr, Name, Seq
from purposelint.domain.program import Program
from purposelint.domain.statements import Assign

_DEPTH = 4


class Constants:
    """Looks up what each module assigns at its top; reads a module once."""

    def __init__(self, program: Program) -> None:
        """Begin with nothing read."""
        self._program = program
        self._assigned: dict[str, dict[str, Expr]] = {}

    def texts(self, module: str, expr: Expr, depth: int = 0) -> Iterator[str]:
        """Text literals of an expression, of calls in it and of what names in it are assigned."""
        if depth > _DEPTH:
            return
        if stated_text(expr):
            yield stated_text(expr)
        elif isinstance(expr, Seq):
            for item in expr.items:
                yield from self.texts(module, item, depth + 1)
        elif isinstance(expr, Call):
            for arg in expr.args:
                yield from self.texts(module, arg.value, depth + 1)
        elif dotted(expr):
            where, _, name = self._program.resolve(module, dotted(expr)).rpartition(".")
            value = self._of_module(where).get(name)
            if value is not None:
                yield from self.texts(where, value, depth + 1)

    def _of_module(self, module: str) -> dict[str, Expr]:
        found = self._assigned.get(module)
        if found is None:
            found = self._assigned[module] = {}
            info = self._program.modules.get(module)
            for statement in info.facts.functions[0].body if info and info.facts.functions else ():
                if isinstance(statement, Assign) and isinstance(statement.targets[0], Name):
                    found[statement.targets[0].id] = statement.value
        return found
