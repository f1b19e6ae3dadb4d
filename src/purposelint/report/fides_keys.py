"""Keys of Fides: what may be one, and one for anything that needs one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KEY = re.compile(r"[a-zA-Z0-9_.<>-]+")
_OTHER = re.compile(r"[^a-zA-Z0-9_]+")
_USER = "user"
"""Means the people who use a system, and no system."""


def is_key(text: str) -> bool:
    """Whether Fides takes a text for a key."""
    return _KEY.fullmatch(text) is not None


def keys_for(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """A key for each name, in sorted order, all different, and none that is taken already."""
    used = {_USER, *taken}
    keys: dict[str, str] = {}
    for name in sorted(set(names)):
        plain = _OTHER.sub("_", name).strip("_") or "unnamed"
        key, number = plain, 2
        while key in used:
            key, number = f"{plain}_{number}", number + 1
        used.add(key)
        keys[name] = key
    return keys
