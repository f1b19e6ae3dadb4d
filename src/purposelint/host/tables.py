"""Small files that a project configures its tools with: read with care, empty where they are none."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_LARGEST = 1_000_000


def small_text(file: Path) -> str:
    """A small regular file's text, '' for anything else."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > _LARGEST:
            return ""
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def toml_table(file: Path) -> Mapping[str, Any]:
    """A TOML file; nothing for one that is not there or is none: others tell of that."""
    try:
        found: Mapping[str, Any] = tomllib.loads(small_text(file))
    except (ValueError, RecursionError):
        return {}
    return found


def value_at(document: Mapping[str, Any], keys: Iterable[str]) -> object:
    """The value behind a chain of keys, None where there is none."""
    found: Any = document
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found
