"""Declarations outside the code: `[[declare]]` tables for whole paths and symbols."""

from __future__ import annotations

from collections.abc import Collection, Iterator
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
    globs: tuple[str, ...] = ()

    def reaches(self, path: str, symbol: str) -> bool:
        """Whether a place of this path and symbol is meant; a class's glob reaches its methods."""
        if self.paths is not None and not self.paths.match_file(path):
            return False
        return not self.symbols or any(
            fnmatchcase(outer, glob) for outer in _outwards(symbol) for glob in self.symbols
        )

    def idle_globs(self, paths: Collection[str]) -> tuple[str, ...]:
        """The globs of `paths` that none of these files matches; a `!` takes out and needs to match none."""
        return tuple(
            glob
            for glob in self.globs
            if not glob.startswith("!")
            and not any(pathspec.GitIgnoreSpec.from_lines([glob]).match_files(paths))
        )

    def idle_symbols(self, symbols: Collection[str]) -> tuple[str, ...]:
        """The globs of `symbols` that none of these names matches; bodies (`<module>`) have none."""
        return tuple(
            glob
            for glob in self.symbols
            if "<" not in glob and not any(fnmatchcase(name, glob) for name in symbols)
        )


def _outwards(symbol: str) -> Iterator[str]:
    while symbol:
        yield symbol
        symbol = symbol.rpartition(".")[0]


def read_side_file(settings: Settings, words: Words) -> tuple[tuple[SideDeclaration, ...], tuple[Flaw, ...]]:
    """Declarations of the configuration and its side files in order, and what is wrong with their words."""
    found: list[SideDeclaration] = []
    flaws: list[Flaw] = []
    for number, placed in enumerate(settings.declarations()):
        entry, key = placed.declare, placed.key
        place = Place(placed.path, Span(placed.line, 1, placed.line, 1), key)
        lists = Lists(entry.elements, entry.purposes, entry.recipients, entry.because, ())
        for defect in unknown_words(lists, words):
            told = Defect(defect.code, f"{placed.title}: {defect.message}", defect.remedy, help=defect.help)
            flaws.append(Flaw(told, place, None, key))
        inside = placed.path == settings.configuration_path
        node = Node(
            "file", None, number, f"{placed.title} of {'the configuration' if inside else placed.path}"
        )
        declaration = _declaration(entry, node, place, words)
        if declaration is not None:
            paths = pathspec.GitIgnoreSpec.from_lines(entry.paths) if entry.paths else None
            found.append(SideDeclaration(declaration, paths, entry.symbols, entry.paths))
    return tuple(found), tuple(flaws)


def _declaration(entry: Declare, node: Node, place: Place, words: Words) -> Declaration | None:
    known = set(words.purposes) - words.undeclarable
    purposes = tuple(name for name in entry.purposes if name in known)
    elements = tuple(words.elements[name] for name in entry.elements if name in words.elements)
    if not purposes or (entry.elements and not elements):
        return None
    return Declaration(
        node=node,
        carrier="side file",
        place=place,
        elements=elements,
        purposes=purposes,
        recipients=tuple(name for name in entry.recipients if name in words.recipients),
        because=entry.because,
    )
