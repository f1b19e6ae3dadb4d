"""Identifiers as words: the one way names are split anywhere in the project."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[^\W\d_A-Za-z]+")


@lru_cache(maxsize=200_000)
def words(identifier: str) -> tuple[str, ...]:
    """Lower-case sub-words of an identifier: `userEmailID2` gives ('user', 'email', 'id', '2')."""
    return tuple(map(str.lower, _WORD.findall(identifier)))
