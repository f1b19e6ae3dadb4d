"""Twin schemas: `UserIn.login: EmailStr` says what `User.login` is."""

from __future__ import annotations

from collections.abc import Mapping

from purposelint.classify.contexts import Context
from purposelint.classify.lexicon import Words
from purposelint.classify.owners import OwnerReader
from purposelint.classify.surroundings import Declared
from purposelint.classify.weigh import Weighed
from purposelint.domain.program import ClassInfo
from purposelint.domain.sightings import Evidence


class Twins:
    """Elements that types state, by the stem of the class name and the field's name."""

    def __init__(
        self,
        classes: Mapping[str, ClassInfo],
        owners: OwnerReader,
        declared: Mapping[str, tuple[Declared, ...]],
    ) -> None:
        """Take the declared fields of all classes."""
        self._owners = owners
        self._stated: dict[tuple[Words, str], tuple[str, str, str]] = {}
        for symbol, fields in declared.items():
            for each in fields:
                if each.column.element:
                    stem = owners.read(classes[symbol].facts.name).stem
                    said = (each.column.element, classes[symbol].facts.name, each.column.type)
                    self._stated.setdefault((stem, each.field.name), said)

    def weigh(self, info: ClassInfo, declared: Declared, context: Context) -> Weighed:
        """What a twin's type says of a field of the same name, nothing for a class of things."""
        stem = self._owners.read(info.facts.name).stem
        stated = self._stated.get((stem, declared.field.name)) if stem else None
        if stated is None or context.kind in {"thing", "system"}:
            return Weighed()
        if declared.column.shape not in {"any", "text"}:
            return Weighed()
        element, twin, type_ = stated
        return Weighed(element, "medium", (Evidence("type", f"its twin `{twin}` declares it as {type_}"),))
