"""Where the statements of a file stand, and where a comment can be put that belongs to one of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from purposelint.domain.place import Span
from purposelint.edit.text import UneditableError

_END = re.compile(r"\r\n|\r|\n")
_SUITES = (cst.SimpleStatementLine, cst.SimpleStatementSuite)


class _Point(NamedTuple):
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A statement, or the header of a compound one, and where its comments stand.

    `first` and `last` are its lines, decorators and their like included. A comment alone on the line above
    `first` belongs to it if `above`, one behind the code of line `last` if `behind`. The header of a class,
    `of_class`, has the fields that come with its bases.
    """

    start: _Point
    end: _Point
    first: int
    last: int
    above: bool
    behind: bool
    of_class: bool = False

    def holds(self, span: Span) -> bool:
        """Whether something begins in this statement."""
        return self.start <= (span.line, span.column - 1) <= self.end


class Spots:
    """All statements of a file."""

    def __init__(self, module: cst.Module, lines: int) -> None:
        """Find them in a file of so many lines. `module` is taken over: nothing else may use it.

        Raises UneditableError where LibCST counts the lines otherwise.
        """
        wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
        try:
            counted = len(_END.findall(module.code))
            self._positions: Mapping[cst.CSTNode, object] = wrapper.resolve(PositionProvider)
        except RecursionError as error:
            raise UneditableError("something in it nests too deeply") from error
        if counted not in {lines, lines - 1}:
            raise UneditableError("the parser counts its lines otherwise")
        self.all: tuple[Spot, ...] = tuple(self._found(wrapper.module))

    def of(self, span: Span) -> Spot | None:
        """The statement that something begins in, the innermost of several; None for what none holds."""
        return max((spot for spot in self.all if spot.holds(span)), key=lambda spot: spot.start, default=None)

    def _found(self, module: cst.Module) -> Iterator[Spot]:
        waiting: list[cst.CSTNode] = [module]
        while waiting:
            node = waiting.pop()
            if isinstance(node, _SUITES):
                yield from self._small(node)
                continue
            body = getattr(node, "body", None)
            if isinstance(body, cst.BaseSuite) or isinstance(node, cst.Match):
                yield from self._header(node)
            waiting += [child for child in node.children if isinstance(child, _HOLDERS)]

    def _small(self, node: cst.SimpleStatementLine | cst.SimpleStatementSuite) -> Iterator[Spot]:
        """The statements of one line: a comment above is the first one's, one behind them the last one's."""
        final = len(node.body) - 1
        of_line = isinstance(node, cst.SimpleStatementLine)
        _, end_of_line = self._range(node)
        for index, small in enumerate(node.body):
            start, end = self._range(small)
            yield Spot(start, end, start.line, end_of_line.line, of_line and index == 0, index == final)

    def _header(self, node: cst.CSTNode) -> Iterator[Spot]:
        """The header of a compound statement, from its keyword to its colon; a decorator is a part of it."""
        start, _ = self._range(node)
        end = self._end_of_header(node)
        decorators: Sequence[cst.Decorator] = getattr(node, "decorators", ())
        first = self._first_line(node)
        for decorator in decorators:
            at, to = self._range(decorator)
            yield Spot(at, to, first, to.line, above=True, behind=True)
        above = not isinstance(node, cst.Else | cst.Finally)
        behind = not isinstance(getattr(node, "body", None), cst.SimpleStatementSuite)
        of_class = isinstance(node, cst.ClassDef)
        yield Spot(start, end, first, end.line, above=above, behind=behind, of_class=of_class)

    def _end_of_header(self, node: cst.CSTNode) -> _Point:
        """Where its colon stands: in front of what follows on the line, or at the end of the line.

        That is the line before the blank lines and comments that lead to the first statement.
        """
        body = getattr(node, "body", None)
        if isinstance(body, cst.SimpleStatementSuite):
            return self._range(body)[0]
        first: cst.CSTNode = node.cases[0] if isinstance(node, cst.Match) else body.body[0]  # type: ignore[union-attr]
        leading: Sequence[cst.EmptyLine] = getattr(first, "leading_lines", ())
        return _Point(self._first_line(first) - len(leading) - 1, sys.maxsize)

    def _first_line(self, node: cst.CSTNode) -> int:
        """The first line of a statement, that of its decorators included."""
        decorators: Sequence[cst.Decorator] = getattr(node, "decorators", ())
        return self._range(decorators[0] if decorators else node)[0].line

    def _range(self, node: cst.CSTNode) -> tuple[_Point, _Point]:
        found: object = self._positions[node]
        start, end = getattr(found, "start"), getattr(found, "end")  # noqa: B009 - LibCST types it too loosely
        return _Point(start.line, start.column), _Point(end.line, end.column)


_HOLDERS = (
    cst.BaseStatement,
    cst.BaseSuite,
    cst.Else,
    cst.Finally,
    cst.ExceptHandler,
    cst.ExceptStarHandler,
    cst.MatchCase,
)
"""Nodes on the way from a module to its statements."""
