"""What annotations say beside the type: the arguments of `Annotated` behind the first one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Binary, Expr, Name, Seq, Sub
from purposelint.domain.program import FunctionInfo, Program
from purposelint.domain.statements import AnnAssign, Assign

_ANNOTATED = frozenset({"typing.Annotated", "typing_extensions.Annotated"})
_MOST_NAMES = 50


class Stated(NamedTuple):
    """An expression, with the function or body in whose scope it stands."""

    info: FunctionInfo
    expr: Expr


class Metadata:
    """The metadata of annotations, also behind the names that modules give to types."""

    def __init__(self, program: Program) -> None:
        """Read nothing yet: modules are read when an annotation names one of their types."""
        self._program = program
        self._named: dict[str, Stated | None] = {}

    def of(self, info: FunctionInfo, annotation: Expr | None, names: int = 0) -> Iterator[Stated]:
        """What stands beside the type, that of the outer `Annotated` last."""
        if annotation is None or names > _MOST_NAMES:
            return
        if isinstance(annotation, Binary) and annotation.op == "|":
            yield from self.of(info, annotation.left, names)
            yield from self.of(info, annotation.right, names)
        elif isinstance(annotation, Sub):
            yield from self._subscripted(info, annotation, names)
        elif dotted(annotation):
            named = self.named(self._program.resolve(info.module, dotted(annotation), info.imports))
            if named is not None:
                yield from self.of(*named, names + 1)

    def _subscripted(self, info: FunctionInfo, annotation: Sub, names: int) -> Iterator[Stated]:
        items = annotation.index.items if isinstance(annotation.index, Seq) else (annotation.index,)
        yield from self.of(info, items[0] if items else None, names)
        if self._program.resolve(info.module, dotted(annotation.value), info.imports) in _ANNOTATED:
            for expr in items[1:]:
                yield Stated(info, expr)

    def named(self, symbol: str) -> Stated | None:
        """The annotation that a module names, None for any other name."""
        if symbol not in self._program.type_aliases:
            return None
        if symbol not in self._named:
            module, _, name = symbol.rpartition(".")
            body = self._program.functions.get(f"{module}.<module>")
            self._named[symbol] = _assigned(body, name) if body is not None else None
        return self._named[symbol]


def _assigned(body: FunctionInfo, name: str) -> Stated | None:
    for statement in body.facts.body:
        targets = statement.targets if isinstance(statement, Assign) else ()
        if isinstance(statement, AnnAssign):
            targets = (statement.target,)
        if not isinstance(statement, (Assign, AnnAssign)) or statement.value is None:
            continue
        if any(isinstance(target, Name) and target.id == name for target in targets):
            return Stated(body, statement.value)
    return None
