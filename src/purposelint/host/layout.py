"""How wide a project's lines may be, as its formatter is told."""

from __future__ import annotations

from pathlib import Path

from purposelint.host.tables import toml_table, value_at

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
        value = value_at(toml_table(root / name), keys)
        if isinstance(value, int) and 1 <= value <= 1000:
            return value
    return USUAL
