"""Tables that the methods of a class keep in attributes: the class of what they put in, if it is but one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Comp, Expr, Map, Name, Sub
from purposelint.domain.mentions import assigned_by, nodes_of
from purposelint.domain.program import FunctionInfo
from purposelint.flow.state.item_classes import ItemClass

if TYPE_CHECKING:
    from purposelint.flow.lookup.view import View


class KeptItems:
    """Classes of items by the assignments of a class's own methods, read once for each class."""

    def __init__(self, view: View) -> None:
        """Nothing is read yet."""
        self._view = view
        self._read: dict[str, dict[str, str]] = {}

    def of(self, lineage: Sequence[str], name: str) -> ItemClass | None:
        """Class of the values of a table, given the class with those above it; None where nobody knows it."""
        for kind in lineage:
            found = self._read.get(kind)
            if found is None:
                found = self._read[kind] = self._of_class(kind)
            if name in found:
                return ItemClass(found[name], keyed=True)
        return None

    def _of_class(self, kind: str) -> dict[str, str]:
        program = self._view.program
        info = program.classes.get(kind)
        kinds: dict[str, set[str]] = {}
        for symbol in info.methods.values() if info is not None else ():
            for name, found in _Method(self._view, program.functions[symbol]).tables():
                kinds.setdefault(name, set()).update(found)
        return {name: next(iter(found)) for name, found in kinds.items() if len(found) == 1}


class _Method:
    """One method, with what its local variables are and hold, each as far as an assignment says it."""

    def __init__(self, view: View, info: FunctionInfo) -> None:
        self._view = view
        self._info = info
        self._made: dict[str, set[str]] = {}
        self._held: dict[str, set[str]] = {}

    def tables(self) -> Iterator[tuple[str, set[str]]]:
        """Attributes of the receiver that hold mappings, with the classes of their values."""
        params = self._info.facts.params
        receiver = params[0].name if params else ""
        assigned = [pair for node in nodes_of(self._info.facts) for pair in assigned_by(node)]
        for target, value in assigned:
            if type(target) is Name:
                self._made.setdefault(target.id, set()).update(self._class(value))
        for target, value in assigned:
            table, found = self._put(target, value)
            if type(table) is Name:
                self._held.setdefault(table.id, set()).update(found)
        for target, value in assigned:
            table, found = self._put(target, value)
            if type(table) is Attr and dotted(table.value) == receiver:
                yield table.name, found

    def _put(self, target: Expr, value: Expr) -> tuple[Expr, set[str]]:
        """The table that an assignment fills, with one item or with all, and the classes of these."""
        if type(target) is Sub:
            return target.value, self._class(value)
        return target, self._values(value)

    def _class(self, expr: Expr) -> set[str]:
        """Class of an object that is made, perhaps of several by way of a variable."""
        if type(expr) is Name:
            return self._made.get(expr.id, set())
        if type(expr) is not Call:
            return set()
        text = dotted(expr.func)
        canonical = self._view.resolve(self._info, text) if text else ""
        if canonical in self._view.program.classes:
            return {canonical}
        kind = self._view.knowledge.type_of_call(canonical) if canonical else ""
        return {kind} if kind and self._view.knowledge.speaks_of(kind) else set()

    def _values(self, expr: Expr) -> set[str]:
        if type(expr) is Name:
            return self._held.get(expr.id, set())
        if type(expr) is Map:
            return {kind for item in expr.items for kind in self._class(item.value)}
        if type(expr) is Comp and expr.value is not None:
            return self._class(expr.value)
        return set()
