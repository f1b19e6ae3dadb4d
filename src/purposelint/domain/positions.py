"""Tables that have no name, called by their position: `the 2nd [[declare]]`."""

from __future__ import annotations

_TEENS = (11, 12, 13)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def nth_table(index: int, key: str) -> str:
    """How people call the table of a list that has this index, which counts from 0."""
    number = index + 1
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"the {number}{ending} [[{key}]]"
