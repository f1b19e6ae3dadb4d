"""Which functions and classes of a file stand around a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from purposelint.domain.facts import Function
from purposelint.domain.place import Span, encloses, span_between
from purposelint.domain.program import Module
from purposelint.judge.declarations.model import Level, Node


class Scopes:
    """The scopes of one module, asked by span or by index of a function."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.functions = module.facts.functions
        self.classes = module.facts.classes
        self._spans = [span_between(function.at, function.end) for function in self.functions]
        self._at_line = self._innermost_at_lines()
        self._around: dict[Span, tuple[Node, ...]] = {}

    @cached_property
    def parameters(self) -> dict[Span, str]:
        """Each parameter of the file's functions, by its span."""
        return {
            span_between(parameter.at, parameter.to): parameter.name
            for function in self.functions
            for parameter in function.params
        }

    def around(self, span: Span) -> tuple[Node, ...]:
        """Functions and classes around a span, innermost first, the module last."""
        found = self._around.get(span)
        if found is None:
            found = self._around[span] = tuple(self.upwards(self._innermost(span)))
        return found

    def upwards(self, index: int) -> Iterator[Node]:
        """Scopes from the function, class body or module body `index` outwards."""
        while 0 <= index < len(self.functions):
            node = self._node(index, self.functions[index])
            if node is not None:
                yield node
            index = self.functions[index].parent if index else -1

    def defined(self, qualname: str, level: Level) -> Node | None:
        """The function or class of that qualified name; the last one where several bear it."""
        index = self._last.get((level, qualname)) if qualname else None
        return None if index is None else self._named(level, index, qualname)

    @cached_property
    def _last(self) -> dict[tuple[Level, str], int]:
        """The last class and function of each qualified name: a file may define thousands."""
        found: dict[tuple[Level, str], int] = {}
        for index, function in enumerate(self.functions):
            if function.kind == "function":
                found["function", function.qualname] = index
        for index, class_ in enumerate(self.classes):
            found["class", class_.qualname] = index
        return found

    def symbol(self, span: Span) -> str:
        """Symbol of the innermost function, class or module around a span."""
        return self.around(span)[0].name.partition(" ")[2] if self.functions else self.module.name

    def _innermost(self, span: Span) -> int:
        index = self._at_line[span.line] if span.line < len(self._at_line) else 0
        while index and not encloses(self._spans[index], span):
            index = self.functions[index].parent
        return max(index, 0)

    def _innermost_at_lines(self) -> list[int]:
        """Index of the innermost function at each line: inner ones are written over outer ones."""
        found = [0] * (self.module.facts.lines + 2)
        by_start = sorted(range(1, len(self._spans)), key=self._outer_first)
        for index in by_start:
            span = self._spans[index]
            for line in range(span.line, min(span.end_line + 1, len(found))):
                found[line] = index
        return found

    def _outer_first(self, index: int) -> tuple[int, int, int, int]:
        span = self._spans[index]
        return (span.line, span.column, -span.end_line, -span.end_column)

    def _node(self, index: int, function: Function) -> Node | None:
        if index == 0:
            return Node("module", None, 0, f"module {self.module.name}")
        if function.kind == "function":
            return self._named("function", index, function.qualname)
        if function.kind == "class" and 0 <= function.class_ < len(self.classes):
            return self._named("class", function.class_, self.classes[function.class_].qualname)
        return None

    def _named(self, level: Level, index: int, qualname: str) -> Node:
        return Node(level, None, index, f"{level} {self.module.name}.{qualname}")
