"""How much work the analysis may take: one function at once, over all its turns, and the whole program."""

from __future__ import annotations

from purposelint.domain.place import span_between
from purposelint.domain.program import FunctionInfo

_MOST_AT_ONCE = 30_000
"""Expressions and writes after which the rest of a function is left out: fifty times what it takes."""

_FOR_EACH_LINE = 20
"""What a long function may take beyond that."""

_MOST_OVER_TURNS = 2
"""How often a function may take as much as it may at once."""

_LEAST = 500
_FOR_ALL = 2_000_000
_FOR_EACH_FUNCTION = 500
_SHARES = 100
"""The part of what is left for the program that one function may take: enough is left for those after it."""


class Budget:
    """What functions have taken so far, by analysis, and what is left for the program."""

    def __init__(self, functions: int) -> None:
        """Allow a program as much as its functions take on real services, several times over."""
        self._whole = self.left = _FOR_ALL + _FOR_EACH_FUNCTION * functions
        self._taken: dict[str, int] = {}

    def begin_round(self) -> None:
        """Leave something for what functions find in shared things: each round gets a quarter of the last."""
        self._whole //= 4
        self.left = max(self.left, self._whole)

    def allowance(self, info: FunctionInfo, key: str) -> int:
        """What an analysis may take now: never so little that a short function would not be seen whole."""
        whole = _whole(info)
        rest = _MOST_OVER_TURNS * whole - self._taken.get(key, 0)
        return max(_LEAST, min(whole, rest, self.left // _SHARES))

    def take(self, key: str, work: int) -> None:
        """Note what an analysis took."""
        self._taken[key] = self._taken.get(key, 0) + work
        self.left -= work

    def is_spent(self, info: FunctionInfo, key: str) -> bool:
        """Whether a function that was analysed is not analysed again."""
        return self.left <= 0 or self._taken.get(key, 0) >= _MOST_OVER_TURNS * _whole(info)


def _whole(info: FunctionInfo) -> int:
    span = span_between(info.facts.at, info.facts.end)
    return _MOST_AT_ONCE + _FOR_EACH_LINE * (span.end_line - span.line)
