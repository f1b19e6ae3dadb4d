"""Declarations of the configuration: `[[declare]]` tables for whole paths and symbols."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

import pathspec

from purposelint.domain.place import Place, Span
from purposelint.domain.settings import Declare, Settings
from purposelint.judge.declarations.directives import Defect
from purposelint.judge.declarations.lists import Lists, unknown_words
from purposelint.judge.declarations.model import Declaration, Flaw, Node
from purposelint.judge.declarations.words import Words


@dataclass(frozen=True, slots=True, eq=False)
class SideDeclaration:
    """A declaration with the paths and symbols it is for; both must match where both are given."""

    declaration: Declaration
    paths: pathspec.GitIgnoreSpec | None
    symbols: tuple[str, ...]

    def reaches(self, path: str, symbol: str) -> bool:
        """Whether a place of this path and symbol is meant; a class's glob reaches its methods."""
        if self.paths is not None and not self.paths.match_file(path):
            return False
        return not self.symbols or any(
            fnmatchcase(outer, glob) for outer in _outwards(symbol) for glob in self.symbols
        )


def _outwards(symbol: str) -> Iterator[str]:
    while symbol:
        yield symbol
        symbol = symbol.rpartition(".")[0]


def read_side_file(settings: Settings, words: Words) -> tuple[tuple[SideDeclaration, ...], tuple[Flaw, ...]]:
    """Declarations of the configuration in order, and what is wrong with their words."""
    found: list[SideDeclaration] = []
    flaws: list[Flaw] = []
    lines = settings.declare_lines
    for number, entry in enumerate(settings.configuration.declare):
        line = lines[number] if number < len(lines) else 1
        place = Place(settings.configuration_path, Span(line, 1, line, 1), f"declare[{number}]")
        lists = Lists(entry.elements, entry.purposes, entry.recipients, entry.because, ())
        for defect in unknown_words(lists, words):
            told = Defect(defect.code, f"declare[{number}]: {defect.message}", defect.remedy)
            flaws.append(Flaw(told, place, None, f"declare[{number}]"))
        declaration = _declaration(entry, number, place, words)
        if declaration is not None:
            paths = pathspec.GitIgnoreSpec.from_lines(entry.paths) if entry.paths else None
            found.append(SideDeclaration(declaration, paths, entry.symbols))
    return tuple(found), tuple(flaws)


def _declaration(entry: Declare, number: int, place: Place, words: Words) -> Declaration | None:
    known = set(words.purposes) - words.undeclarable
    purposes = tuple(name for name in entry.purposes if name in known)
    elements = tuple(words.elements[name] for name in entry.elements if name in words.elements)
    if not purposes or (entry.elements and not elements):
        return None
    return Declaration(
        node=Node("file", None, number, f"declare[{number}] of the configuration"),
        carrier="side file",
        place=place,
        elements=elements,
        purposes=purposes,
        recipients=tuple(name for name in entry.recipients if name in words.recipients),
        because=entry.because,
    )
