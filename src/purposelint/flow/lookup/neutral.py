"""Columns of stored models that take in anybody's data, as places where it is stored."""

from __future__ import annotations

from collections.abc import Mapping

from purposelint.domain.flows import SinkPoint
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings
from purposelint.flow.state.values import Field


class Columns:
    """Neutral columns by class; a class has those of its bases, unless it declares the name itself."""

    def __init__(self, program: Program, sightings: Sightings) -> None:
        """Find the classes, and those below them, whose objects have such columns."""
        self._program = program
        self._known = sightings.known
        self._hold_more: set[str] = set()
        self._points: dict[str, dict[str, SinkPoint]] = {}
        for (owner, name), column in sightings.neutral.items():
            shown = f"{owner.rpartition('.')[2]}.{name}"
            point = SinkPoint(
                column.model, "store", column.place, shown, column.vendor, column=f"{owner}.{name}"
            )
            self._points.setdefault(owner, {})[name] = point
            if column.holds_more:
                self._hold_more.add(point.column)
        below = (kind for owner in self._points for kind in program.subclasses.get(owner, ()))
        self.kinds = frozenset([*self._points, *below])
        self._of: dict[str, Mapping[Field, SinkPoint]] = {}

    def of(self, kind: str) -> Mapping[Field, SinkPoint]:
        """The columns of a class by the field that an object of it holds them in."""
        found = self._of.get(kind)
        if found is None:
            found = self._of[kind] = self._inherited(kind)
        return found

    def holds_more(self, point: SinkPoint) -> bool:
        """Whether what a column holds may be a mapping or a list, into which things are put."""
        return point.column in self._hold_more

    def _inherited(self, kind: str) -> dict[Field, SinkPoint]:
        info = self._program.classes.get(kind)
        lineage = info.lineage if info else ()
        return {
            "." + name: point
            for number, base in enumerate(lineage)
            for name, point in self._points.get(base, {}).items()
            if not any((nearer, name) in self._known for nearer in lineage[:number])
        }
