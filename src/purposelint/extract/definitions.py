"""What a file defines at its top, with its words: enough to know a function again in another file.

Only where a definition begins and ends is looked for, by the lines that are not indented. So a file that
cannot be parsed, or is written for another Python, is read as far as it goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_QUOTED = re.compile(
    r"(\"\"\"|''')(?:\\.|.)*?(?:\1|\Z)|\"(?:\\.|[^\"\\\n])*\"?|'(?:\\.|[^'\\\n])*'?|#[^\n]*", re.DOTALL
)
_BEGINS = re.compile(r"(?:(?:async[ \t]+)?def|class)[ \t]+(\w+)|(\w+)[ \t]*(?::[^=\n]*)?=(?!=)")
_CLOSES = frozenset(")]}#\\")
_WORDS = re.compile(r"\w+|[^\w\s]")

_ALIKE = 0.8
"""The share of words that two definitions of one name have in common where one of them is the other."""


class Definition(NamedTuple):
    """A function, class or constant at the top of a file: its lines, decorators among them, and words."""

    name: str
    first: int
    last: int
    words: Counter[str]

    def is_like(self, other: Definition) -> bool:
        """Whether most words are the same ones; their order is not looked at."""
        most = max(self.words.total(), other.words.total())
        return (self.words & other.words).total() >= _ALIKE * most


def definitions(text: str) -> dict[str, Definition]:
    """Definitions at the top of a source text by their names; what is defined twice is left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: dict[str, Definition] = {}
    twice: set[str] = set()
    for name, first, last in _stretches(lines):
        if name in found:
            twice.add(name)
        words = Counter(_WORDS.findall("\n".join(lines[first - 1 : last])))
        found[name] = Definition(name, first, last, words)
    return {name: one for name, one in found.items() if name not in twice}


def _stretches(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Name, first and last line of each definition."""
    inside = _inside_of_strings("\n".join(lines))
    tops = [
        number
        for number, line in enumerate(lines, 1)
        if line and not line[0].isspace() and line[0] not in _CLOSES and number not in inside
    ]
    first = 0  # of decorators that wait for what they decorate
    for number, following in zip(tops, [*tops[1:], len(lines) + 1], strict=False):
        line = lines[number - 1]
        if line.startswith("@"):
            first = first or number
            continue
        begins = _BEGINS.match(line)
        if begins is not None:
            yield begins[1] or begins[2], first or number, _last(lines, number, following)
        first = 0


def _last(lines: list[str], first: int, following: int) -> int:
    """The last line of what begins at one and ends before another: no blank one, no comment of the next."""
    last = following - 1
    while last > first and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    return last


def _inside_of_strings(text: str) -> frozenset[int]:
    """Lines that begin within a string."""
    found: set[int] = set()
    line, at = 1, 0
    for quoted in _QUOTED.finditer(text):
        if quoted[1]:
            line += text.count("\n", at, quoted.start())
            at = quoted.start()
            found.update(range(line + 1, line + 1 + quoted[0].count("\n")))
    return frozenset(found)
