"""Attributes that show the same data as what has them: `series.values`, `series.str`."""

from __future__ import annotations

from purposelint.domain.library import Library, Passthrough
from purposelint.domain.patterns import EntryIndex


class Views:
    """Entries about such attributes, by canonical names."""

    def __init__(self) -> None:
        """Begin without entries."""
        self._entries: EntryIndex[Passthrough] = EntryIndex()
        self.names: set[str] = set()
        """Last words of them all: asked of every attribute first."""

    def load(self, library: Library) -> None:
        """Take in a library's entries."""
        for entry in library.passthrough:
            for name in entry.attribute if entry.gives == "itself" else ():
                self._entries.add(name, entry)
                self.names.add(name.rpartition(".")[2])

    def shows(self, owner: str, name: str) -> bool:
        """Whether an attribute of an outside type, '' if unknown, shows the data of what has it."""
        found = self._entries.named(f"{owner}.{name}") if owner else self._entries.by_last_word(name)
        return bool(tuple(found))
