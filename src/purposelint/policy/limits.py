"""The table `[limits]`, held against what the analysis itself bears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from purposelint.domain.limits import BOUNDS
from purposelint.errors import InputMistake
from purposelint.policy.documents import Document


def limit_mistakes(source: Document) -> Iterator[InputMistake]:
    """Numbers beyond the bounds of their key; what is no number is told where types are checked."""
    stated = source.data.get("limits")
    if not isinstance(stated, Mapping):
        return
    for key, value in stated.items():
        if key not in BOUNDS or not isinstance(value, int) or isinstance(value, bool):
            continue
        least, greatest = BOUNDS[key]
        if not least <= value <= greatest:
            yield source.mistake(("limits", key), f"must be from {least:,} to {greatest:,}")
