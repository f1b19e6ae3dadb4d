"""Which files a run is about: a walk that follows no links, and opens only what is named like a test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from purposelint.domain.facts import Unreadable
from purposelint.domain.settings import Settings
from purposelint.host.ignores import Ignores, Patterns, ignores_at
from purposelint.host.outside import NOTHING, Outside, Reason, outside_of, printable
from purposelint.host.reading import read

SKIPPED = frozenset(
    {
        *(".venv", "venv", "env", ".env", "virtualenv", "site-packages", "__pypackages__"),
        *("node_modules", "bower_components", ".tox", ".nox", ".eggs", "build", "dist"),
        *(".git", ".hg", ".svn", "__pycache__", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache"),
        *(".hypothesis", ".ipynb_checkpoints", ".purposelint_cache"),
    }
)
"""Folders of other people's code, of results and of caches."""

AMBIGUOUS = frozenset({"env", "build", "dist"})
"""Skipped folders whose names packages have too: one with an `__init__.py` is source."""

TEST_FOLDERS = frozenset({"test", "tests", "migrations"})

SUFFIX = ".py"

_ENVIRONMENT = frozenset({"pyvenv.cfg", "conda-meta"})
"""What lies in a virtual environment, whatever its folder is called."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """Files to analyse, relative to the project root, sorted, and what could not be looked at."""

    files: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    named: frozenset[str] = frozenset()
    """Those that were asked for by name, where the other files are only there for what they tell of these."""
    passed_by: tuple[str, ...] = ()
    """Those that were asked for by name and left out all the same, as `force_exclude` says."""
    outside: Outside = NOTHING
    """What the walk met and neither entered nor took."""


_TEST_WORDS = (b"def test", b"pytest", b"unittest", b"TestCase", b"doctest")


def is_test(root: Path, path: str) -> bool:
    """Whether a file is a test or a migration: by its folders, or by its name and what it says.

    A model of medical tests may be called `blood_test.py`; a file that is only named like a test is none.
    """
    *folders, name = path.split("/")
    if not TEST_FOLDERS.isdisjoint(folders) or name == "conftest.py":
        return True
    if not (name.startswith("test_") or name.endswith("_test.py")):
        return False
    source = read(root, path)
    return isinstance(source, Unreadable) or any(word in source.data for word in _TEST_WORDS)


def discover(settings: Settings) -> Discovery:
    """Find the files that the settings select.

    In a folder that was asked for: `.py` files that neither git nor `exclude` leaves out, that `include`
    (if given) takes in, and that are no tests (unless tests are asked for, or the folder is one of
    tests). A file asked for by name is taken unless `exclude` matches, stubs (`.pyi`) too; with
    `force_exclude` only where a walk over the project would find it.
    Links are not followed: what they point to inside the root is found where it is. Where a part
    of a project is asked for, files or folders, the rest of it comes with them.
    """
    walk = _Walk(settings)
    for asked in settings.paths or (settings.root,):
        walk.ask(asked)
    failures = (Unreadable(printable(path), reason) for path, reason in walk.failures.items())
    unreadable = tuple(sorted(failures, key=lambda each: each.path))
    outside = outside_of(walk.outside)
    found = Discovery(tuple(sorted(walk.files)), unreadable, passed_by=tuple(walk.passed_by), outside=outside)
    return _among_others(settings, found) if settings.names_part and found.files else found


def _among_others(settings: Settings, named: Discovery) -> Discovery:
    """Files that were asked for by name among all of their project; what ails the others is not asked."""
    walk = _Walk(settings)
    walk.ask(walk.root)
    return Discovery(
        tuple(sorted(walk.files.union(named.files))),
        named.unreadable,
        frozenset(named.files),
        named.passed_by,
        named.outside,
    )


@dataclass(slots=True)
class _Walk:
    settings: Settings
    root: Path = field(init=False)
    exclude: Patterns = field(init=False)
    include: Patterns = field(init=False)
    files: set[str] = field(default_factory=set)
    failures: dict[str, str] = field(default_factory=dict)
    passed_by: list[str] = field(default_factory=list)
    outside: dict[str, Reason] = field(default_factory=dict)
    """Folders (with a slash at the end) and files that were left out, the topmost alone, and why."""

    def __post_init__(self) -> None:
        self.root = Path(os.path.realpath(self.settings.root))
        self.exclude = Patterns(self.settings.configuration.exclude)
        self.include = Patterns(self.settings.configuration.include)

    def ask(self, asked: Path) -> None:
        """Take in one path from the command line."""
        real = Path(os.path.realpath(asked))
        if not real.is_relative_to(self.root):
            self.failures[asked.as_posix()] = "lies outside the project root"
            return
        path = "" if real == self.root else real.relative_to(self.root).as_posix()
        if real.is_dir():
            self._folder(path)
        elif path not in {one.path for one in self.settings.unsaved} and not real.is_file():
            self.failures[path] = "is not a regular file" if real.exists() else "does not exist"
        elif self.exclude.verdict(path) is not True and self._would_find(path):
            self._take(path)
        elif self.settings.force_exclude:
            self.passed_by.append(path)
        else:
            self.outside[path] = "exclude"

    def _would_find(self, path: str) -> bool:
        """Whether a walk over the project finds a file, where only such files are asked for."""
        if not self.settings.force_exclude:
            return True
        with_tests = self.settings.configuration.include_tests
        ignores, prefix = ignores_at(self.root)
        *folders, _ = path.split("/")
        folder = ""
        for name in folders:
            if self._keeps_out(name, folder + name, ignores, prefix, with_tests=with_tests):
                return False
            folder += f"{name}/"
            if any((self.root / folder / mark).exists() for mark in _ENVIRONMENT):
                return False
            ignores = ignores.inside(self.root / folder, prefix + folder)
        return not self._passes(path, ignores, prefix, with_tests=with_tests)

    def _folder(self, asked: str) -> None:
        """Walk a folder that was asked for, whatever its own name is."""
        if asked and self.exclude.verdict(f"{asked}/") is True:
            self.outside[f"{asked}/"] = "exclude"
            return
        in_tests = not TEST_FOLDERS.isdisjoint(asked.split("/"))
        with_tests = self.settings.configuration.include_tests or in_tests
        ignores, prefix = ignores_at(self.root)
        folder = ""
        for part in asked.split("/") if asked else ():
            folder = f"{folder}{part}/"
            ignores = ignores.inside(self.root / folder, prefix + folder)
        pending = [(folder, ignores)]
        while pending:
            folder, ignores = pending.pop()
            pending += self._entries(folder, ignores, prefix, with_tests=with_tests)

    def _entries(
        self, folder: str, ignores: Ignores, prefix: str, *, with_tests: bool
    ) -> Iterator[tuple[str, Ignores]]:
        """Note the files of one folder; give the folders to walk next."""
        try:
            with os.scandir(self.root / folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.failures[folder.rstrip("/")] = f"cannot be listed: {error.strerror or error}"
            return
        if folder and any(entry.name in _ENVIRONMENT for entry in entries):
            self.outside[folder] = "name"
            return
        for entry in entries:
            path = folder + entry.name
            if entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False):
                why = self._keeps_out(entry.name, path, ignores, prefix, with_tests=with_tests)
                if why:
                    self.outside[f"{path}/"] = why
                else:
                    yield f"{path}/", ignores.inside(self.root / path, f"{prefix}{path}/")
            elif entry.name.endswith(SUFFIX):
                why = self._passes(path, ignores, prefix, with_tests=with_tests)
                if why:
                    self.outside[path] = why
                elif entry.is_file(follow_symlinks=False):
                    self._take(path)
                else:
                    self.failures[path] = "is not a regular file"

    def _take(self, path: str) -> None:
        """Note a file; one whose name is no text could be kept in no cache and named in no report."""
        if printable(path) == path:
            self.files.add(path)
        else:
            self.failures[path] = "has a name that is not UTF-8 text"

    def _keeps_out(
        self, name: str, path: str, ignores: Ignores, prefix: str, *, with_tests: bool
    ) -> Reason | None:
        """Why a folder is not walked, None where it is."""
        is_source = name in AMBIGUOUS and (self.root / path / "__init__.py").is_file()
        if name in SKIPPED and not is_source:
            return "name"
        if self.exclude.verdict(f"{path}/") is True:
            return "exclude"
        if ignores.ignored(f"{prefix}{path}/"):
            return "git"
        return "tests" if name in TEST_FOLDERS and not with_tests else None

    def _passes(self, path: str, ignores: Ignores, prefix: str, *, with_tests: bool) -> Reason | None:
        """Why a file is not taken, None where it is."""
        if self.exclude.verdict(path) is True:
            return "exclude"
        if self.include.lines and not self.include.verdict(path):
            return "include"
        if ignores.ignored(prefix + path):
            return "git"
        return None if with_tests or not is_test(self.root, path) else "tests"
