"""Names of the distributions that a project asks an installer for."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_NAME = re.compile(r"\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)")
_LISTS = ("requirements*.txt", "requirements/*.txt", "requirements/*.in", "requirements*.in")
_LARGEST = 1_000_000
_GROUPS: tuple[tuple[str, ...], ...] = (("project", "optional-dependencies"), ("dependency-groups",))
_TABLES: tuple[tuple[str, ...], ...] = (("tool", "poetry", "dependencies"), ("packages",))


def requirements(root: Path) -> frozenset[str]:
    """Normalised names in the requirements files, pyproject.toml and Pipfile at a project's root."""
    found = {name for pattern in _LISTS for file in sorted(root.glob(pattern)) for name in _listed(file)}
    for name in ("pyproject.toml", "Pipfile"):
        found.update(_tabled(_toml(root / name)))
    return frozenset(found)


def normal(name: str) -> str:
    """A distribution's name as installers compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _listed(file: Path) -> Iterator[str]:
    for line in _text(file).splitlines():
        if not line.lstrip().startswith(("-", "#")):
            yield from _named(line)


def _tabled(document: Mapping[str, Any]) -> Iterator[str]:
    yield from _all_named(_at(document, ("project", "dependencies")))
    for keys in _GROUPS:
        groups = _at(document, keys)
        for group in groups.values() if isinstance(groups, Mapping) else ():
            yield from _all_named(group)
    for keys in _TABLES:
        table = _at(document, keys)
        yield from _all_named(list(table) if isinstance(table, Mapping) else ())


def _at(document: Mapping[str, Any], keys: Iterable[str]) -> object:
    found: Any = document
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def _all_named(values: object) -> Iterator[str]:
    for value in values if isinstance(values, list) else ():
        yield from _named(value) if isinstance(value, str) else ()


def _named(text: str) -> Iterator[str]:
    found = _NAME.match(text)
    if found is not None:
        yield normal(found[1])


def _toml(file: Path) -> Mapping[str, Any]:
    """A TOML file; nothing for one that is not there or is none: others tell of that."""
    try:
        found: Mapping[str, Any] = tomllib.loads(_text(file))
    except ValueError:
        return {}
    return found


def _text(file: Path) -> str:
    """A small regular file's text, '' for anything else."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > _LARGEST:
            return ""
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
