"""Annotations which state that something is an answer, one of a few texts or a number, and so no data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from purposelint.domain.annotations import UNIONS, WRAPPERS, parse_annotation
from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Binary, Const, Expr, Name, Seq, Sub
from purposelint.domain.library import Guard
from purposelint.domain.program import FunctionInfo
from purposelint.flow.lookup.loop_values import assigned

if TYPE_CHECKING:
    from purposelint.flow.lookup.view import View

_DEEPEST = 6
_LITERALS = frozenset({"typing.Literal", "typing_extensions.Literal"})
NONE = "builtins.None"


class StatedResults:
    """The guards by which annotations say what a result is not."""

    def __init__(self, view: View) -> None:
        """Read annotations as they are asked for."""
        self._view = view
        self._known: dict[tuple[str, Expr], tuple[Guard, ...]] = {}

    def of(self, info: FunctionInfo, annotation: Expr | None) -> tuple[Guard, ...]:
        """One for each alternative that an annotation names; none if one of them has no guard."""
        if annotation is None:
            return ()
        found = self._known.get((info.symbol, annotation))
        if found is None:
            guards = [self._guard(name) for name in self._alternatives(info, annotation, 0)]
            known = [guard for guard in guards if guard is not None]
            found = tuple(known) if len(known) == len(guards) else ()
            self._known[info.symbol, annotation] = found
        return found

    def _guard(self, name: str) -> Guard | None:
        stated = self._view.knowledge.of_results
        info = self._view.program.classes.get(name)
        return next((stated[each] for each in (info.lineage if info else (name,)) if each in stated), None)

    def _alternatives(self, info: FunctionInfo, expr: Expr | None, depth: int) -> Iterator[str]:
        """Canonical names of all that an annotation says a result may be; '' for what can't be told."""
        if type(expr) is Const and expr.kind == "str":
            expr = parse_annotation(str(expr.value))
        name = self._view.resolve(info, dotted(expr.value if type(expr) is Sub else expr)) if expr else ""
        if depth > _DEEPEST or expr is None:
            yield ""
        elif type(expr) is Const:
            yield NONE if expr.kind == "none" else ""
        elif type(expr) is Binary and expr.op == "|":
            yield from self._alternatives(info, expr.left, depth + 1)
            yield from self._alternatives(info, expr.right, depth + 1)
        elif type(expr) is Sub and name not in _LITERALS:
            items = expr.index.items if type(expr.index) is Seq else (expr.index,)
            inner = items if name in UNIONS else items[:1] if name in WRAPPERS else ()
            for item in inner:
                yield from self._alternatives(info, item, depth + 1)
            if name.rpartition(".")[2] == "Optional":
                yield NONE
            elif not inner:
                yield name
        elif type(expr) in (Name, Attr) and (alias := self._alias(name)) is not None:
            yield from self._alternatives(*alias, depth + 1)
        else:
            yield name

    def _alias(self, name: str) -> tuple[FunctionInfo, Expr] | None:
        """What a module's name stands for in annotations, and the body that binds it; None for any other."""
        module, _, last = name.rpartition(".")
        body = self._view.program.functions.get(f"{module}.<module>")
        bound = assigned(body, last) if body is not None and name not in self._view.program.classes else []
        return (body, bound[0]) if body is not None and len(bound) == 1 else None
