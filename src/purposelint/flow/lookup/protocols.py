"""Which special methods the project's classes have: one table, so that ordinary values cost one look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from purposelint.domain.expressions import Name
from purposelint.domain.program import ClassInfo, Program
from purposelint.flow.state.values import THINGS, Obj, Ref

_MADE_BY = frozenset(
    {"__init__", "__new__", "__post_init__", "__init_subclass__", "__set_name__", "__class_getitem__"}
)
"""Methods of making an object or a class: no syntax on an instance calls them."""

_MOST_OVERRIDES = 6
"""Special methods of classes below a thing's that syntax is taken to reach."""


class Special(NamedTuple):
    """A special method as a class has it ('' if it has none), and as classes below it redefine it."""

    own: str
    overrides: tuple[str, ...] = ()


class Protocols:
    """Special methods by class and name; classes without any are not in the table."""

    def __init__(self, program: Program, limits: set[str]) -> None:
        """Read every class once: what it defines, then what it inherits and what is below it."""
        self._limits = limits
        written = {symbol: found for symbol, info in program.classes.items() if (found := _written(info))}
        concerned = dict.fromkeys(written)
        for symbol in written:
            concerned.update(dict.fromkeys(program.subclasses.get(symbol, ())))
            above = (base for base in program.classes[symbol].lineage if base in program.classes)
            concerned.update(dict.fromkeys(above))
        self._table = {symbol: _table(program, symbol, written) for symbol in concerned}

    def methods(self, ref: Ref, name: str, *, exact: bool = False) -> tuple[str, ...]:
        """What syntax may call on one thing; what code made, or is `exact`, is of no class below its own."""
        found = self._table.get(getattr(ref, "type", ""))
        special = found.get(name) if found is not None and isinstance(ref, THINGS) else None
        if special is None:
            return ()
        if exact or isinstance(ref, Obj):
            return (special.own,) if special.own else ()
        if len(special.overrides) > _MOST_OVERRIDES:
            self._limits.add(special.own or special.overrides[0])
        overrides = special.overrides[:_MOST_OVERRIDES]
        return (special.own, *overrides) if special.own else overrides

    def touch(self, refs: tuple[Ref, ...]) -> bool:
        """Whether any of these things is of a class with special methods."""
        table = self._table
        for ref in refs:  # noqa: SIM110 - asked for every step of every path
            if getattr(ref, "type", "") in table:
                return True
        return False

    def own(self, kind: str, name: str) -> str:
        """The special method that an instance of exactly this class has, '' for none."""
        special = self._table.get(kind, {}).get(name)
        return special.own if special is not None else ""


def answered(program: Program, *known: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Names that something may be called by: of what classes have and entries know, and of functions too."""
    found: set[str] = set().union(*known)
    for info in program.classes.values():
        found.update(info.methods, info.attribute_types, (each.name for each in info.facts.fields))
    functions = (symbol.rpartition(".")[2] for symbol in program.functions)
    return frozenset(found), frozenset(found.union(functions))


def _written(info: ClassInfo) -> dict[str, str]:
    """Special methods that a class body defines, `__radd__ = __add__` included."""
    found = {name: symbol for name, symbol in info.methods.items() if _is_special(name)}
    for field in info.facts.fields:
        if _is_special(field.name) and type(field.value) is Name and field.value.id in info.methods:
            found[field.name] = info.methods[field.value.id]
    return found


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__") and name not in _MADE_BY


def _table(program: Program, symbol: str, written: Mapping[str, Mapping[str, str]]) -> dict[str, Special]:
    own: dict[str, str] = {}
    for base in program.classes[symbol].lineage:
        for name, method in written.get(base, {}).items():
            own.setdefault(name, method)
    below: dict[str, dict[str, None]] = {}
    for each in program.subclasses.get(symbol, ()):
        for name, method in written.get(each, {}).items():
            if method != own.get(name):
                below.setdefault(name, {})[method] = None
    names = dict.fromkeys([*own, *below])
    return {n: Special(own.get(n, ""), tuple(below.get(n, ()))) for n in names}
