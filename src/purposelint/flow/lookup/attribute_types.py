"""Types of the attributes of the project's classes: declared, assigned, or by what they refer to."""

from __future__ import annotations

from purposelint.domain.program import Program
from purposelint.flow.lookup.kept_records import KeptRecords
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.relations import Relations


class AttributeTypes:
    """Types by class and name, each looked up through the bases once."""

    def __init__(
        self, program: Program, knowledge: Knowledge, relations: Relations, kept: KeptRecords
    ) -> None:
        """Nothing is looked up yet."""
        self._program = program
        self._knowledge = knowledge
        self._relations = relations
        self._kept = kept
        self._known: dict[tuple[str, str], str] = {}

    def of(self, kind: str, name: str) -> str:
        """Type of an instance attribute, '' where nothing says it."""
        if kind not in self._program.classes:
            return ""
        found = self._known.get((kind, name))
        if found is None:
            found = self._known[kind, name] = self.related(kind, name) or self._stated(kind, name)
        return found

    def related(self, kind: str, name: str) -> str:
        """Type of an attribute that refers to records; '' for any other."""
        info = self._program.classes.get(kind)
        found = (self._relations.of(base, name) for base in (info.lineage if info else ()))
        return next((each for each in found if each), "")

    def _stated(self, kind: str, name: str) -> str:
        program = self._program
        lineage = program.classes[kind].lineage
        types = (program.classes[base].attribute_types for base in lineage if base in program.classes)
        assigned = next((each[name] for each in types if name in each), "")
        stated = self._knowledge.known_type(assigned) if assigned else ""
        return stated if stated in program.classes else self._kept.of(lineage, name) or stated
