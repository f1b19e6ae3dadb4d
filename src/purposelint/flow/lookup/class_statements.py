"""What a class body states under a name: an expression, or the class that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Expr
from purposelint.domain.program import Program

_LONGEST_CHAIN = 12


def stated(program: Program, kind: str, path: str) -> tuple[str, Expr | None]:
    """What a class states under a dotted name (`Meta.model`), with the class whose body states it."""
    holder, _, name = path.rpartition(".")
    info = program.classes.get(kind)
    for symbol in info.lineage if info is not None and path else ():
        inner = program.classes.get(f"{symbol}.{holder}" if holder else symbol)
        for owner in inner.lineage if inner is not None else ():
            declared = program.classes.get(owner)
            for field in declared.facts.fields if declared is not None else ():
                if field.name == name:
                    return owner, field.value
    return "", None


def named_class(program: Program, kind: str, paths: Sequence[str]) -> str:
    """The project's class that one of some class attributes names, or queries (`Order.objects.all()`)."""
    for path in paths:
        owner, value = stated(program, kind, path)
        for expr in chain_of(value):
            text = dotted(expr)
            symbol = program.resolve(program.classes[owner].module, text) if text else ""
            if symbol in program.classes:
                return symbol
    return ""


def chain_of(expr: Expr | None) -> Iterator[Expr]:
    """An expression, then what it is an attribute or a call of."""
    for _ in range(_LONGEST_CHAIN):
        if expr is None:
            return
        yield expr
        expr = expr.value if type(expr) is Attr else expr.func if type(expr) is Call else None
