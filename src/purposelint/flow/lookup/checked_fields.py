"""Functions that a framework hands the fields of classes to, one by one, to check or to show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Call
from purposelint.domain.frameworks import Hook
from purposelint.domain.metadata import Metadata
from purposelint.domain.program import ClassInfo, FunctionInfo, Program
from purposelint.flow.lookup.knowledge import Knowledge


class CheckedField(NamedTuple):
    """A field that a function is handed: of a class, '' for a method's own; `*` for every field."""

    hook: Hook
    kind: str
    name: str


class CheckedFields:
    """The functions that the annotations of fields name, read when the first one is asked for."""

    def __init__(self, program: Program, knowledge: Knowledge, metadata: Metadata) -> None:
        """Read nothing yet."""
        self._program = program
        self._knowledge = knowledge
        self._metadata = metadata
        self._found: dict[str, list[CheckedField]] | None = None

    def of(self, symbol: str) -> list[CheckedField]:
        """The fields that a function is handed for their annotations."""
        if self._found is None:
            self._found = {}
            for info in self._program.classes.values():
                for function, field in self._of_class(info):
                    self._found.setdefault(function, []).append(field)
        return self._found.get(symbol, [])

    def _of_class(self, info: ClassInfo) -> Iterator[tuple[str, CheckedField]]:
        body = self._program.functions.get(f"{info.symbol}.<body>")
        if body is None:
            return
        for field in info.facts.fields:
            for stated in self._metadata.of(body, field.annotation):
                if type(stated.expr) is Call and stated.expr.args:
                    given = self._resolved(stated.info, dotted(stated.expr.args[0].value))
                    named = self._resolved(stated.info, dotted(stated.expr.func))
                    for hook in self._knowledge.field_hooks(named) if given else ():
                        yield given, CheckedField(hook, info.symbol, field.name)

    def _resolved(self, info: FunctionInfo, text: str) -> str:
        return self._program.resolve(info.module, text, info.imports) if text else ""
