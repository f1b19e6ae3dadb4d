"""Code that stands in another file than it did: files that were renamed, definitions that moved alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Lines(NamedTuple):
    """Lines of a file, the first and the last."""

    path: str
    first: int
    last: int

    def has(self, path: str, line: int) -> bool:
        """Whether a line of a file is among them."""
        return path == self.path and self.first <= line <= self.last


class Moved(NamedTuple):
    """A function or class at the top of a file that stands in another file now, by its own name."""

    name: str
    was: Lines
    now: Lines


class Moves:
    """What moved between two states of a project; `files` are new names of whole files by their old ones.

    A definition that moved alone is in `alone`: where it stands counts more than what became of its file.
    """

    __slots__ = ("_names", "alone", "files")

    def __init__(self, files: Mapping[str, str] | None = None, alone: Iterable[Moved] = ()) -> None:
        """Nothing is looked up yet."""
        self.files = dict(files or {})
        self.alone = tuple(alone)
        self._names = {(one.was.path, one.name): one for one in self.alone}

    def __bool__(self) -> bool:
        """Whether anything moved."""
        return bool(self.files or self.alone)

    def back(self) -> Moves:
        """The same seen from the other side: what is new was old."""
        alone = (Moved(one.name, one.now, one.was) for one in self.alone)
        return Moves({now: was for was, now in self.files.items()}, alone)

    def file(self, path: str) -> str:
        """The other name of a file, or its own."""
        return self.files.get(path, path)

    def of_name(self, path: str, name: str) -> str:
        """The file in which a definition of a file stands; `name` is '' for what is in none."""
        found = self._names.get((path, name))
        return self.file(path) if found is None else found.now.path

    def of_line(self, path: str, line: int) -> tuple[str, int]:
        """Where a line of a file stands; within what moved alone it is as far from the beginning."""
        found = self.with_line(path, line)
        if found is None:
            return self.file(path), line
        return found.now.path, min(found.now.first + line - found.was.first, found.now.last)

    def with_line(self, path: str, line: int) -> Moved | None:
        """The definition that moved alone and has a line of a file."""
        return next((one for one in self.alone if one.was.has(path, line)), None)

    def targets(self) -> frozenset[str]:
        """Files in which something stands that stood in another."""
        return frozenset((*self.files.values(), *(one.now.path for one in self.alone)))

    def then(self, later: Moves) -> Moves:
        """What lies between two later states, where both moved from the same one: from this one's to that."""
        if not self:
            return later
        files = {
            self.file(path): later.file(path)
            for path in {*self.files, *later.files}
            if self.file(path) != later.file(path)
        }
        found: list[Moved] = []
        for path, name in sorted({*self._names, *later._names}):
            was, now = self.of_name(path, name), later.of_name(path, name)
            if files.get(was, was) != now:
                found.append(Moved(name, Lines(was, 0, 0), Lines(now, 0, 0)))
        return Moves(files, found)
