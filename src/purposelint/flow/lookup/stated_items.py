"""Classes of the items of containers, as far as annotations state them: `orders: list[Order]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from purposelint.domain.annotations import MAPPINGS
from purposelint.flow.lookup.kept_items import KeptItems
from purposelint.flow.state.item_classes import ItemClass
from purposelint.flow.state.rows import rows_of

if TYPE_CHECKING:
    from purposelint.domain.expressions import Expr
    from purposelint.domain.facts import Param
    from purposelint.domain.program import FunctionInfo, Program
    from purposelint.flow.lookup.view import View


class StatedItems:
    """What the annotations of a program say of items, each read once."""

    def __init__(self, view: View) -> None:
        """Nothing is asked for yet."""
        self._view = view
        self._fields: dict[tuple[str, str], ItemClass | None] = {}
        self._results: dict[str, str] = {}
        self._kept = KeptItems(view)

    def of_parameter(self, info: FunctionInfo, param: Param) -> ItemClass | None:
        """Class of the items of a parameter; those of `*rest: Order` are what the annotation says."""
        if param.annotation is None:
            return None
        program = self._view.program
        if param.kind in (2, 4):
            kind = self._view.annotated(info, param.annotation)
            return ItemClass(kind, param.kind == 4) if kind in program.classes else None
        return self.of_annotation(info, param.annotation)

    def of_annotation(self, info: FunctionInfo, annotation: Expr | None) -> ItemClass | None:
        """Class of the items of what an annotation inside a function speaks of."""
        return _stated(self._view.program, info.module, annotation, self._view.imports(info))

    def of_field(self, kind: str, name: str) -> ItemClass | None:
        """Class of the items of a field, declared or by what methods put in, looked up through the bases."""
        key = (kind, name)
        if key not in self._fields:
            self._fields[key] = self._of_field(kind, name)
        return self._fields[key]

    def _of_field(self, kind: str, name: str) -> ItemClass | None:
        program = self._view.program
        info = program.classes.get(kind)
        for base in info.lineage if info else ():
            found = program.classes.get(base)
            for field in found.facts.fields if found else ():
                if found and field.name == name and field.annotation is not None:
                    return _stated(program, found.module, field.annotation)
        return self._kept.of(info.lineage if info else (), name)

    def of_result(self, symbol: str) -> str:
        """Type of a collection of what a function says that it gives, '' where it says no such thing."""
        found = self._results.get(symbol)
        if found is None:
            info = self._view.program.functions[symbol]
            items = self.of_annotation(info, info.facts.returns)
            found = self._results[symbol] = rows_of(items.kind) if items and not items.keyed else ""
        return found


def _stated(
    program: Program, module: str, annotation: Expr | None, imports: Mapping[str, str] | None = None
) -> ItemClass | None:
    if annotation is None:
        return None
    said = program.annotated_class(module, annotation, imports)
    if said.element not in program.classes or said.type in program.classes:
        return None
    return ItemClass(said.element, said.type in MAPPINGS)
