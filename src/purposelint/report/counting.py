"""Numbers with what they count."""

from __future__ import annotations


def plural(number: int, noun: str, many: str = "") -> str:
    """`1 file`, `2 files`; `many` is the plural where that is not the noun with an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {many or noun + 's'}"
