"""Texts that the code states: what is known of one, and several of which a value is one."""

from __future__ import annotations

OPEN = "\x00"
"""Stands where a text goes on as nobody knows.

One that begins so, and has more behind it, is one of several: each of these stands between two of them.
"""

_MOST_TEXTS = 6
_LONGEST_TEXT = 80


def either(left: str, right: str) -> str:
    """One of two texts, or of those that they may be; '' for too many, or where one of them is not known."""
    one, other = _each(left), _each(right)
    if not one or not other:
        return ""
    found = sorted({*one, *other})
    return f"{OPEN}{OPEN.join(found)}{OPEN}" if len(found) <= _MOST_TEXTS else ""


def alternatives(text: str) -> tuple[str, ...]:
    """The texts of which a value is one, where it is one of several; none for any other."""
    return tuple(text[1:-1].split(OPEN)) if len(text) > 1 and text[0] == OPEN else ()


def joined(left: str, right: str) -> str:
    """A text behind another, as far as it is known."""
    if left.endswith(OPEN) or not right:
        return left.partition(OPEN)[0] + OPEN
    known, more, _ = right.partition(OPEN)
    return left + known + more


def _each(text: str) -> tuple[str, ...]:
    if not text or OPEN not in text:
        return (text,) if 0 < len(text) <= _LONGEST_TEXT else ()
    return alternatives(text)
