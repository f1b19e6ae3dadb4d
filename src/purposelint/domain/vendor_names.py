"""Vendors by the names that other people's packages have of them: `acme_hubspot`, `acme.mailgun_client`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from purposelint.domain.library import Library
from purposelint.domain.words import words

_MOST_WORDS = 3
"""Words of an identifier that may make one name: `CyberSource`, `cyber_source`."""


class Wrapper(NamedTuple):
    """A package, as far down as its dotted name says whose it is, and the library of that vendor."""

    package: str
    library: Library


class VendorNames:
    """What dotted names say of vendors, as the `names` of libraries have it."""

    def __init__(self, libraries: Iterable[Library]) -> None:
        """Take the names of all libraries; the first that states one has it."""
        self._names: dict[str, Library] = {}
        self._found: dict[str, Wrapper | None] = {}
        for library in libraries:
            for name in library.names:
                self._names.setdefault(name, library)

    def wrapper(self, dotted: str) -> Wrapper | None:
        """The package that a vendor's name stands in, of the dotted name of a function: not in its own word.

        What a call gave (`connect().send`) is of the package that was called.
        """
        owner = dotted.partition("(")[0].partition("[")[0].rpartition(".")[0]
        if owner not in self._found:
            self._found[owner] = self._search(owner)
        return self._found[owner]

    def _search(self, owner: str) -> Wrapper | None:
        parts = owner.split(".")
        for position, part in enumerate(parts):
            for run in _runs(part):
                for name, library in self._names.items():
                    if fnmatchcase(run, name):
                        return Wrapper(".".join(parts[: position + 1]), library)
        return None


def _runs(part: str) -> Iterator[str]:
    """Neighbouring words of an identifier, as one."""
    found = words(part)
    for begin in range(len(found)):
        for end in range(begin + 1, min(begin + _MOST_WORDS, len(found)) + 1):
            yield "".join(found[begin:end])
