"""What a walk over a project passes by, by name and by who said so."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

Reason: TypeAlias = Literal["name", "tests", "git", "exclude", "include"]
"""A folder of other people's code or of results, tests, what git ignores, or the configuration."""

_SHOWN = 3
_MOST_ENTRIES = 2_000
"""Entries of a folder that are looked at to learn whether it has any Python file."""


class Outside(NamedTuple):
    """Paths by reason, sorted, the topmost alone: a folder ends in a slash and stands for all in it."""

    name: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    git: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()

    def test_files(self, root: Path) -> int:
        """How many Python files of tests and migrations were left out."""
        return sum(_files_in(root, path) for path in self.tests)

    def told(self, root: Path) -> str:
        """What holds Python and was left out, some of it named, '' for nothing: for a run that found none."""
        said = (
            (self.exclude, "by `exclude`"),
            (self.include, "since `include` does not name it"),
            (self.git, "since git ignores it"),
            (self.tests, "as tests and migrations (--include-tests)"),
            (self.name, "as installed or built"),
        )
        found = (([path for path in paths if _has_python(root, path)], why) for paths, why in said)
        return "; ".join(f"{_some(paths)} {why}" for paths, why in found if paths)


NOTHING = Outside()


def outside_of(found: Mapping[str, Reason]) -> Outside:
    """The same by reason."""
    return Outside(*(tuple(sorted(path for path in found if found[path] == one)) for one in Outside._fields))


def _some(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return ", ".join(map(printable, paths[:_SHOWN])) + more


def printable(path: str) -> str:
    """A path with the bytes of a name that is no text written out, so that reports can hold it."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def is_module(root: Path, path: str) -> bool:
    """Whether a path without its ending is a Python file, or a folder with some, be it read or not."""
    return (root / f"{path}.py").is_file() or _has_python(root, f"{path}/")


def _has_python(root: Path, path: str) -> bool:
    """Whether a file is meant, or a folder with a Python file among its first entries, breadth first."""
    if not path.endswith("/"):
        return True
    waiting, seen = [root / path], 0
    for folder in waiting:
        for entry in _entries(folder):
            seen += 1
            if entry.name.endswith(".py"):
                return True
            if seen > _MOST_ENTRIES:
                return False
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
    return False


def _files_in(root: Path, path: str) -> int:
    """Python files below a folder, 1 for a file."""
    if not path.endswith("/"):
        return 1
    found, waiting = 0, [root / path]
    for folder in waiting:
        for entry in _entries(folder):
            found += entry.name.endswith(".py") and entry.is_file(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
    return found


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds, in order of name; nothing where it cannot be listed."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []
