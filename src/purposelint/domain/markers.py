"""Markers in annotations, `Personal(...)` and `NotPersonal(...)`: found by name, whoever defines them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Arg, Attr, Binary, Call, Const, Expr, Name, Seq, Sub
from purposelint.domain.metadata import Metadata
from purposelint.domain.program import Program

PERSONAL = "Personal"
NOT_PERSONAL = "NotPersonal"
PURPOSE = "purpose"
"""What decorators and `with` blocks that declare are called, and the keyword of `Personal`."""
PURPOSE_KEYS = (PURPOSE, "purposes")
METADATA = ("info", "metadata", "json_schema_extra")
"""Keywords of a field's call whose mapping may have a purpose under one of these keys."""
_MARKERS = (PERSONAL, NOT_PERSONAL)
_DISTRIBUTION = "purposelint_markers."
_DEPTH = 6
"""How deep an annotation is searched, and how many names of types are followed."""


class Said(msgspec.Struct, frozen=True):
    """A call in an annotation; `here` tells whether it stands there itself, not behind the name of a type."""

    call: Call
    here: bool

    @property
    def marker(self) -> str:
        """`Personal` or `NotPersonal`, '' for any other call."""
        name = last_name(self.call.func)
        return name if name in _MARKERS else ""

    @property
    def words(self) -> tuple[str, ...] | None:
        """What stands at its positions, elements or the words of a `NotPersonal`; None where not constant."""
        found: list[str] = []
        for argument in self.call.args:
            if argument.name is None:
                said = texts(argument.value)
                if said is None or argument.star:
                    return None
                found += said
        return tuple(found)


class Markers:
    """The calls in annotations, also behind the names that modules give to types."""

    def __init__(self, program: Program) -> None:
        """Read nothing yet."""
        self._program = program
        self._metadata = Metadata(program)

    def of(self, module: str, annotation: Expr | None) -> Iterator[Said]:
        """All calls of an annotation, in order of source."""
        if annotation is not None:
            yield from self._within(module, annotation, _DEPTH, here=True)

    def is_own(self, module: str, call: Call) -> bool:
        """Whether what is called comes from the distribution of markers, so that it can mean nothing else."""
        return self._program.resolve(module, dotted(call.func)).startswith(_DISTRIBUTION)

    def _within(self, module: str, expr: Expr, depth: int, *, here: bool) -> Iterator[Said]:
        if depth < 0:
            return
        if isinstance(expr, Call):
            yield Said(expr, here)
        elif isinstance(expr, (Sub, Seq, Binary)):
            for inner in _parts(expr):
                yield from self._within(module, inner, depth - isinstance(expr, Sub), here=here)
        elif self._program.type_aliases and (text := dotted(expr)):
            named = self._metadata.named(self._program.resolve(module, text))
            if named is not None:
                yield from self._within(named.info.module, named.expr, depth - 1, here=False)


def _parts(expr: Sub | Seq | Binary) -> tuple[Expr, ...]:
    """What stands in brackets, in a display, or between the bars of a union, left to right."""
    if isinstance(expr, Sub):
        return (expr.index,)
    if isinstance(expr, Seq):
        return expr.items
    found: list[Expr] = []
    left: Expr = expr
    while isinstance(left, Binary):
        found.append(left.right)
        left = left.left
    return (left, *reversed(found))


def last_name(expr: Expr) -> str:
    """The name that a callee ends with: `purpose` of `markers.purpose`."""
    if isinstance(expr, Attr):
        return expr.name
    return expr.id if isinstance(expr, Name) else ""


def keyword(call: Call, name: str) -> Arg | None:
    """The argument of a call under that name."""
    return next((argument for argument in call.args if argument.name == name), None)


def texts(expr: Expr) -> tuple[str, ...] | None:
    """A text, or a display of texts; None for anything else."""
    items = expr.items if isinstance(expr, Seq) else (expr,)
    found = [item.value for item in items if isinstance(item, Const) and isinstance(item.value, str)]
    return tuple(found) if len(found) == len(items) else None
