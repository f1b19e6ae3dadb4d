"""What loops over displays bind: the constants and names of each turn, where the code itself lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from purposelint.domain.expressions import Attr, Call, Expr, Map, Name, Seq
from purposelint.domain.mentions import assigned_by, parts_of
from purposelint.domain.program import FunctionInfo, Program
from purposelint.domain.statements import For
from purposelint.flow.state.asking import blocks_of


def turns_around(program: Program, info: FunctionInfo, call: Call, name: str) -> Iterator[Mapping[str, Expr]]:
    """For each turn of the loops around a call that bind a name: what it binds, by name."""
    for each in blocks_of(info.facts.body):
        binds = type(each) is For and any(one.id == name for one in _names(each.target))
        if type(each) is For and binds and any(part is call for part in parts_of(each.body)):
            for item in _items(program, info, each.iter):
                yield _bound(each.target, item)


def _names(target: Expr) -> list[Name]:
    parts = target.items if type(target) is Seq else (target,)
    return [part for part in parts if type(part) is Name]


def _bound(target: Expr, item: Expr) -> dict[str, Expr]:
    if type(target) is Name:
        return {target.id: item}
    if type(target) is not Seq or type(item) is not Seq or len(target.items) != len(item.items):
        return {}
    pairs = zip(target.items, item.items, strict=True)
    return {one.id: held for one, held in pairs if type(one) is Name}


def _items(program: Program, info: FunctionInfo, iterated: Expr) -> tuple[Expr, ...]:
    """The items of a display, or of a module's name that is bound to one; pairs of a dict's `items()`."""
    pairs = type(iterated) is Call and type(iterated.func) is Attr and iterated.func.name == "items"
    if type(iterated) is Call and type(iterated.func) is Attr and iterated.func.name in ("items", "keys"):
        iterated = iterated.func.value
    display = _display(program, info, iterated)
    if type(display) is Seq:
        return display.items
    if type(display) is not Map:
        return ()
    keyed = [(item.key, item.value) for item in display.items if item.key is not None]
    return tuple(Seq("tuple", (key, value)) if pairs else key for key, value in keyed)


def _display(program: Program, info: FunctionInfo, expr: Expr) -> Expr | None:
    if type(expr) is not Name:
        return expr
    body = program.functions.get(f"{info.module}.<module>")
    for scope in (info, body):
        found = assigned(scope, expr.id) if scope is not None else []
        if found:
            return found[0] if len(found) == 1 else None
    return None


def assigned(info: FunctionInfo, name: str) -> list[Expr]:
    """All that a function or body binds a name to by assignments."""
    bound = (pair for each in blocks_of(info.facts.body) for pair in assigned_by(each))
    return [value for target, value in bound if type(target) is Name and target.id == name]
