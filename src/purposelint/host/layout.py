"""How wide a project's lines may be, as its formatter is told."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

USUAL = 88
"""What black and ruff take where nothing is stated."""

_STATED = (
    ("ruff.toml", ("line-length",)),
    (".ruff.toml", ("line-length",)),
    ("pyproject.toml", ("tool", "ruff", "line-length")),
    ("pyproject.toml", ("tool", "black", "line-length")),
)


def line_length(root: Path) -> int:
    """The length of a line that ruff or black is told at the project's root, else what they take."""
    for name, keys in _STATED:
        value: Any = _table(root / name)
        for key in keys:
            value = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(value, int) and 1 <= value <= 1000:
            return value
    return USUAL


def _table(file: Path) -> Mapping[str, Any]:
    """A TOML file; nothing for one that is not there or is none: others tell of that."""
    try:
        found: Mapping[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found
