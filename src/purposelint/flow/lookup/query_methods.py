"""Methods of queries by name: what one means depends on the library of the class that is queried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from purposelint.domain.program import Program
from purposelint.domain.queries import Query


class QueryMethods:
    """Entries by the names of the methods that they describe, in order of library."""

    def __init__(self) -> None:
        """Begin without entries."""
        self._entries: dict[str, list[Query]] = {}

    def add(self, query: Query) -> None:
        """Take in an entry."""
        given = (*query.again, *query.row, *query.keyed, *query.columns, *query.computed)
        for name in (*given, *query.writes, *query.sets):
            entries = self._entries.setdefault(name, [])
            if query not in entries:
                entries.append(query)

    def __contains__(self, name: object) -> bool:
        """Whether any query has a method of that name."""
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._entries)

    def of(self, name: str, classes: Sequence[str]) -> Query | None:
        """The entry about a method of a query of one of these outside classes.

        Where none is, the first that does not only speak of tables that its library brings along, nor of
        classes that have such methods themselves.
        """
        entries = self._entries.get(name, [])
        for entry in entries:
            if any(fnmatchcase(each, owner) for each in classes for owner in _owners(entry)):
                return entry
        others = [entry for entry in entries if not entry.itself]
        general = (entry for entry in others if entry.call or not all("*" in each for each in _owners(entry)))
        return next(general, others[0] if others else None)

    def of_class(self, name: str, classes: Sequence[str]) -> Query | None:
        """The entry about a method that a class below one of these has itself, or a record of it."""
        entries = self._entries.get(name, ())
        return next((entry for entry in entries if not set(entry.itself).isdisjoint(classes)), None)


def _owners(entry: Query) -> list[str]:
    """The classes whose attributes begin a query of an entry, or that are one themselves."""
    return [*entry.itself, *(attribute.rpartition(".")[0] for attribute in entry.attribute)]


def outside_classes(program: Program, kind: str) -> Sequence[str]:
    """Classes of libraries that a class is one of, none for no class."""
    if kind in program.classes:
        return program.outside_bases(kind)
    return (kind,) if kind else ()
