"""Calls that name a method of an object of which nobody knows the class, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Expr, Node, Seq
from purposelint.domain.program import FunctionInfo, Program
from purposelint.domain.statements import Try


class NamedCall(NamedTuple):
    """A call of a method by its name: who makes it, and the handlers of each `try` around it."""

    info: FunctionInfo
    tries: tuple[tuple[Expr | None, ...], ...]


class CallsByName:
    """All such calls of a program, found as they are asked for."""

    def __init__(self, program: Program) -> None:
        """Note who calls anything by which name."""
        self._program = program
        self._callers: dict[str, list[FunctionInfo]] = {}
        self._found: dict[str, tuple[NamedCall, ...]] = {}
        for info in program.functions.values():
            for last in {text.rpartition(".")[2] for text in info.facts.calls if "." in text}:
                self._callers.setdefault(last, []).append(info)

    def of(self, name: str) -> tuple[NamedCall, ...]:
        """Every call of a method of this name."""
        found = self._found.get(name)
        if found is None:
            callers = self._callers.get(name, ())
            found = tuple(each for info in callers for each in _calls(info, name))
            self._found[name] = found
        return found


def caught_by(handlers: tuple[Expr | None, ...]) -> tuple[str, ...]:
    """Classes that the handlers of a `try` name, as written; '' where one takes all or can't be told."""
    found: list[str] = []
    for expr in handlers:
        found.extend(map(dotted, expr.items) if type(expr) is Seq else [dotted(expr)])
    return tuple(found)


def _calls(info: FunctionInfo, name: str) -> Iterator[NamedCall]:
    waiting: list[tuple[object, tuple[tuple[Expr | None, ...], ...]]] = [(info.facts.body, ())]
    while waiting:
        part, tries = waiting.pop()
        for node in _outside_tries(part, waiting, tries):
            if type(node) is Call and type(node.func) is Attr and node.func.name == name:
                yield NamedCall(info, tries)


def _outside_tries(
    part: object,
    waiting: list[tuple[object, tuple[tuple[Expr | None, ...], ...]]],
    tries: tuple[tuple[Expr | None, ...], ...],
) -> Iterator[Node]:
    """Nodes of a block, the bodies of a `try` left for later."""
    inner = [part]
    while inner:
        each = inner.pop()
        if type(each) is tuple:
            inner.extend(each)
        elif type(each) is Try:
            around = (*tries, tuple(handler.exception for handler in each.handlers))
            waiting.append((each.body, around))
            inner.extend((each.handlers, each.orelse, each.final))
        elif isinstance(each, Node):
            yield each
            inner.extend(getattr(each, field) for field in each.__struct_fields__)
