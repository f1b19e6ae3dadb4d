"""What libraries say of the printed form of their records, by the names of bases and decorators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from purposelint.domain.models import Model
from purposelint.domain.patterns import NameIndex


class PrintedModels:
    """Models whose printed form shows fields, and those that have a `__str__` of their own."""

    def __init__(self) -> None:
        """Begin without any."""
        self._prints: NameIndex[Model] = NameIndex()
        self._texts: dict[str, str] = {}
        self._in_rows: set[str] = set()
        self._shown: dict[str, tuple[str, ...]] = {}
        self._inherited: dict[str, Mapping[str, str]] = {}

    def add(self, model: Model) -> None:
        """Take in what an entry says."""
        for name in (*model.base, *model.decorator):
            if model.inherits:
                self._inherited.setdefault(name, model.inherits)
            if model.text:
                self._texts[name] = model.text
            if model.prints_rows:
                self._in_rows.add(name)
            if model.prints or model.prints_named_by:
                self._prints.add(name, model)
                shown = [model.inherits[field] for field in model.prints if field in model.inherits]
                self._shown.setdefault(name, tuple(shown))

    def find(self, name: str) -> Model | None:
        """The model, of those whose printed form shows fields, that has a certain base or decorator."""
        found = self._prints.find(name)
        return found[0] if found else None

    def text_of(self, base: str) -> str:
        """What a base has for a `__str__`: none ('') or one of its own, as the entry says it."""
        return self._texts.get(base, "")

    def shows_rows(self, lineage: Iterable[str]) -> bool:
        """Whether a query of the records of a class with these bases shows them when it is printed."""
        return not self._in_rows.isdisjoint(lineage)

    def shown(self, kind: str) -> tuple[str, ...]:
        """Elements that the printed form of an instance of an outside class shows."""
        return self._shown.get(kind, ())

    def inherited(self, kind: str) -> Mapping[str, str]:
        """Elements of the columns that an outside class brings along, by name."""
        return self._inherited.get(kind, {})
