"""Which column or element a dotted type means, for types of libraries and of the project itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from purposelint.classify.spellings import spellings
from purposelint.domain.catalog import Catalog
from purposelint.domain.models import Column
from purposelint.domain.program import Program

_ENUMS = frozenset(
    {
        *(f"enum.{name}" for name in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")),
        *(f"django.db.models.{name}" for name in ("Choices", "TextChoices", "IntegerChoices")),
    }
)
_LITERALS = frozenset({"typing.Literal", "typing_extensions.Literal"})
_CHOICE = Column(type=(), shape="choice")
PROJECT_CLASS = Column(type=(), shape="reference")
"""An annotation that names a class of the project: a field that holds such an object, or points to it."""

_Known: TypeAlias = tuple[Column | None, str, tuple[str, ...]]
_UNKNOWN: _Known = (None, "", ())


class TypeIndex:
    """Columns and elements of the catalogue by type; of a project class, those of what it extends."""

    def __init__(self, catalog: Catalog, program: Program | None) -> None:
        """Index the catalogue; without a program no class of a project is known."""
        self._program = program
        self._columns: dict[str, Column] = {}
        self._elements: dict[str, str] = {}
        self._witnesses: dict[str, tuple[str, ...]] = {}
        self._by_last: dict[str, str] = {}
        self._done: dict[str, _Known] = {}
        self._index(catalog)

    def _index(self, catalog: Catalog) -> None:
        for library in catalog.libraries.values():
            for column in library.column:
                for name in column.type:
                    self._columns.setdefault(name, column)
        for element in catalog.elements.values():
            for name in element.types:
                self._elements.setdefault(name, element.id)
            for name in element.witness_types:
                self._witnesses[name] = (*self._witnesses.get(name, ()), element.id)
        for name in (*self._elements, *self._witnesses, *self._columns):
            last = name.rpartition(".")[2]
            if _is_telling(last):
                self._by_last.setdefault(last, name)

    def column(self, name: str) -> Column | None:
        """What a constructor or annotation of this dotted name holds; None where nobody says."""
        return self._known(name)[0]

    def element(self, name: str) -> str:
        """Element that a dotted type means whatever the field's name, '' for none."""
        return self._known(name)[1]

    def witnesses(self, name: str) -> tuple[str, ...]:
        """Elements that a dotted type agrees with."""
        return self._known(name)[2]

    def is_type(self, name: str) -> bool:
        """Whether a dotted name is a type that the catalogue or the project describes."""
        return self._known(name) != _UNKNOWN

    def _known(self, name: str) -> _Known:
        found = self._done.get(name)
        if found is None:
            names = tuple(self._known_as(name))
            found = self._done[name] = (self._column(name, names), self._element(names), self._agreed(names))
        return found

    def _column(self, name: str, names: tuple[str, ...]) -> Column | None:
        for known in names:
            if known in self._columns:
                return self._columns[known]
            if known in _ENUMS or known in _LITERALS:
                return _CHOICE
        return PROJECT_CLASS if self._program and name in self._program.classes else None

    def _element(self, names: tuple[str, ...]) -> str:
        for known in names:
            column = self._columns.get(known)
            stated = self._elements.get(known) or (column.element if column else "")
            if stated and stated not in self._witnesses.get(known, ()):
                return stated
        return ""

    def _agreed(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return next((self._witnesses[known] for known in names if known in self._witnesses), ())

    def _known_as(self, name: str) -> Iterator[str]:
        """Names under which a type may be listed: its own, those of its bases, one with its last word."""
        yield from spellings(self._program, name)
        if self._program and name in self._program.classes:
            return
        alike = next((self._by_last[each] for each in _ends(name) if each in self._by_last), "")
        if alike:
            yield alike


def _ends(name: str) -> Iterator[str]:
    """The last word of a dotted type, then its ends: `EncryptedEmailField`, `EmailField`, `Field`."""
    last = name.rpartition(".")[2]
    yield last
    yield from (last[at:] for at in range(1, len(last)) if last[at].isupper())


def _is_telling(last: str) -> bool:
    """Whether the last word of a dotted type says enough by itself: `EmailField`, not `Text`."""
    telling = ("Field", "EmailStr", "ForeignKey", "PhoneNumber", "PaymentCardNumber")
    return last != "Field" and last.endswith(telling)


def is_enum(lineage: tuple[str, ...]) -> bool:
    """Whether a class is an enumeration, whose members are no fields."""
    return not _ENUMS.isdisjoint(lineage)
