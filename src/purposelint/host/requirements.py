"""Names of the distributions that a project asks an installer for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from purposelint.host.tables import small_text, toml_table, value_at

_NAME = re.compile(r"\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)")
_LISTS = ("requirements*.txt", "requirements/*.txt", "requirements/*.in", "requirements*.in")
_GROUPS: tuple[tuple[str, ...], ...] = (("project", "optional-dependencies"), ("dependency-groups",))
_TABLES: tuple[tuple[str, ...], ...] = (("tool", "poetry", "dependencies"), ("packages",))


def requirements(root: Path) -> frozenset[str]:
    """Normalised names in the requirements files, pyproject.toml and Pipfile at a project's root."""
    found = {name for pattern in _LISTS for file in sorted(root.glob(pattern)) for name in _listed(file)}
    for name in ("pyproject.toml", "Pipfile"):
        found.update(_tabled(toml_table(root / name)))
    return frozenset(found)


def build_folders(root: Path) -> frozenset[str]:
    """Folders at a project's top that only its build needs: where pyproject.toml says its backend lies."""
    stated = toml_table(root / "pyproject.toml").get("build-system")
    paths = stated.get("backend-path") if isinstance(stated, Mapping) else None
    listed = paths if isinstance(paths, list) else []
    tops = (Path(each).parts[:1] for each in listed if isinstance(each, str))
    return frozenset(top for (top,) in filter(None, tops)) - {"src", ".."}


def normal(name: str) -> str:
    """A distribution's name as installers compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _listed(file: Path) -> Iterator[str]:
    for line in small_text(file).splitlines():
        if not line.lstrip().startswith(("-", "#")):
            yield from _named(line)


def _tabled(document: Mapping[str, Any]) -> Iterator[str]:
    yield from _all_named(value_at(document, ("project", "dependencies")))
    for keys in _GROUPS:
        groups = value_at(document, keys)
        for group in groups.values() if isinstance(groups, Mapping) else ():
            yield from _all_named(group)
    for keys in _TABLES:
        table = value_at(document, keys)
        yield from _all_named(list(table) if isinstance(table, Mapping) else ())


def _all_named(values: object) -> Iterator[str]:
    for value in values if isinstance(values, list) else ():
        yield from _named(value) if isinstance(value, str) else ()


def _named(text: str) -> Iterator[str]:
    found = _NAME.match(text)
    if found is not None:
        yield normal(found[1])
