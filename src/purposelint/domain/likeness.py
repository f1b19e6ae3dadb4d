"""Words that are like a part of others: `securty` and `security_protection`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_PARTS = re.compile(r"[._-]")
_LIKE = 0.75
"""How like a part of a word must be, of 1: parts are short, so that much is alike by chance."""

_LONGEST = 64
_MOST = 5


def with_such_a_part(word: str, options: Iterable[str]) -> list[str]:
    """Options of which a part is near to a word, a few; long words are cut first."""
    by_part: dict[str, list[str]] = {}
    for option in options:
        for part in _PARTS.split(option):
            by_part.setdefault(part, []).append(option)
    near = get_close_matches(word[:_LONGEST], by_part, 1, _LIKE)
    return by_part[near[0]][:_MOST] if near else []
