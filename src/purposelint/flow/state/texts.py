"""Texts that the code states: what is known of one, and several of which a value is one."""

from __future__ import annotations

from itertools import takewhile

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
        return begin(left, right)
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


def begin(left: str, right: str) -> str:
    """How both of two texts begin, where that is all that is known of one of them."""
    if OPEN not in (left[-1:], right[-1:]) or OPEN in (left[:1], right[:1]):
        return ""
    same = takewhile(lambda pair: pair[0] == pair[1] != OPEN, zip(left, right, strict=False))
    known = "".join(letter for letter, _ in same)
    return known + OPEN if known else ""


def _each(text: str) -> tuple[str, ...]:
    if not text or OPEN not in text:
        return (text,) if 0 < len(text) <= _LONGEST_TEXT else ()
    return alternatives(text)
