"""Source roots: below which folder a path is a module's name.

The rule, in order of weight:

1. Absolute imports decide. `from app.models import X` in `services/pay/app/views.py` fits
   `services/pay/app/models.py`, so `services/pay` is the root of package `app`. Of several roots that
   imports support, the one with most imports wins, then the one nearest to the project root. A folder
   that is itself a regular package (`__init__.py`) is a root only if several imports say so and nothing
   else is supported.
2. An import of one word (`import helpers`) makes a root of the importing script's own folder, for that
   folder alone, unless that folder is a package or the word is a standard module.
3. Else a regular package is named from its topmost `__init__.py`.
4. Else the name is the path below the project root, or below the last folder called `src` or `lib`.

Files of two roots that would get one name are told apart by the root's path
(`services.pay.app.models`), unless one of the roots lies nearest to the project root: that one keeps
the plain name. What is still equal gets a number (`app#2`): no file is ever lost.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass

from purposelint.domain.facts import FileFacts

VENDORED = frozenset({"vendor", "vendored", "_vendor", "third_party", "extern", "externals"})
"""Folders of copies: never a source root, so that `import requests` keeps meaning the real package."""

SOURCE_FOLDERS = frozenset({"src", "lib"})

_LEAST_VOTES = 2
"""Imports that must agree before a folder inside a regular package counts as a source root."""


@dataclass(frozen=True, slots=True)
class Root:
    """A source root for one top-level name: `folder` ('' is the project root) holds package or module `top`.

    `private` roots serve only the files of their own folder. `prefix` tells equal names apart.
    """

    folder: str
    top: str
    private: bool = False
    prefix: str = ""

    def dotted(self, location: str) -> str:
        """Module name of a location below this root."""
        below = location[len(self.folder) + 1 :] if self.folder else location
        name = below.replace("/", ".")
        return f"{self.prefix}.{name}" if self.prefix else name


def folder_of(path: str) -> str:
    """Folder of a path or location, '' for the project root."""
    return path.rpartition("/")[0]


def location_of(path: str) -> str:
    """Path without its suffix; a package's is its folder."""
    stem = path.rpartition(".")[0] if path.endswith((".py", ".pyi")) else path
    if stem == "__init__":
        return ""
    return stem.removesuffix("/__init__")


def join(folder: str, below: str) -> str:
    """Two parts of a path as one; either may be empty."""
    return f"{folder}/{below}" if folder and below else folder or below


def ancestors(folder: str) -> list[str]:
    """The folder itself, then each folder above it, the project root ('') last."""
    found = [folder]
    while folder:
        folder = folder_of(folder)
        found.append(folder)
    return found


def is_package_file(path: str) -> bool:
    """Whether the file is some package's `__init__`."""
    return path.rpartition("/")[2] in {"__init__.py", "__init__.pyi"}


class Survey:
    """What imports say of source roots."""

    def __init__(self, files: list[FileFacts]) -> None:
        self.locations = {location_of(file.path) for file in files}
        self.packages = frozenset(folder_of(file.path) for file in files if is_package_file(file.path))
        self.folders: set[str] = set()
        for file in files:
            self.folders.update(ancestors(folder_of(file.path)))
        self.by_name: dict[str, list[str]] = {}
        for folder in sorted(self.folders):
            self.by_name.setdefault(folder.rpartition("/")[2], []).append(folder)
        self.votes: Counter[tuple[str, str]] = Counter()
        self.siblings: set[tuple[str, str]] = set()
        self._homes: dict[tuple[str, str], tuple[str, ...]] = {}
        for file in files:
            self._count(file)

    def _count(self, file: FileFacts) -> None:
        folder = folder_of(file.path)
        wanted = {(each.module, each.name) for each in file.imports if not each.level}
        wanted |= {(star.module, None) for star in file.stars if not star.level}
        for module, name in wanted:
            top = module.partition(".")[0]
            homes = self._homes_of(folder, top)
            below = module.replace(".", "/")
            for home in homes:
                if self._fits(home, below, name):
                    self.votes[home, top] += 1
            in_folder = join(folder, top)
            if below == top and folder in homes and in_folder != location_of(file.path):
                self.siblings.add((folder, top))

    def _fits(self, home: str, below: str, name: str | None) -> bool:
        location = join(home, below)
        if name and f"{location}/{name}" in self.locations:
            return True
        return "/" in below and location in self.locations

    def _homes_of(self, folder: str, top: str) -> tuple[str, ...]:
        """Folders that hold something called `top`: those around `folder`, or else any outside packages."""
        found = self._homes.get((folder, top))
        if found is None:
            around = tuple(home for home in ancestors(folder) if self._holds(home, top))
            if not around and top not in sys.stdlib_module_names:
                others = [folder_of(each) for each in self.by_name.get(top, ()) if each]
                around = tuple(home for home in others if home not in self.packages)
            found = self._homes[folder, top] = around
        return found

    def _holds(self, home: str, top: str) -> bool:
        location = join(home, top)
        return location in self.locations or location in self.folders

    def root(self, path: str) -> Root:
        """The source root that names this file."""
        location = location_of(path)
        voted = self._voted(location)
        if voted is not None:
            return voted
        folder = folder_of(path)
        last = location.rpartition("/")[2]
        is_script = bool(folder) and folder not in self.packages and not is_package_file(path)
        if is_script and (folder, last) in self.siblings and last not in sys.stdlib_module_names:
            return Root(folder, last, private=True)
        home = folder
        while home and home in self.packages:
            home = folder_of(home)
        if (home == folder and not is_package_file(path)) or _is_vendored(home):
            home = _default_home(home)
        below = location[len(home) + 1 :] if home else location
        return Root(home, below.partition("/")[0])

    def _voted(self, location: str) -> Root | None:
        candidates: list[tuple[bool, int, int, Root]] = []
        for home in ancestors(folder_of(location)):
            below = location[len(home) + 1 :] if home else location
            top = below.partition("/")[0]
            votes = self.votes[home, top]
            inside = home in self.packages
            if votes >= (_LEAST_VOTES if inside else 1) and not _is_vendored(home):
                candidates.append((inside, -votes, len(home), Root(home, top)))
        return min(candidates, key=lambda each: each[:3])[3] if candidates else None


def _is_vendored(folder: str) -> bool:
    return not VENDORED.isdisjoint(folder.split("/"))


def _default_home(folder: str) -> str:
    """Below which folder a path is a module's name when nothing else says so."""
    parts = folder.split("/") if folder else []
    for index in range(len(parts) - 1, -1, -1):
        if parts[index] in SOURCE_FOLDERS:
            return "/".join(parts[: index + 1])
    return ""
