"""How much work the analysis may take: one function at once, over all its turns, and the whole program.

Most services take nine tenths of it when functions are analysed first. What is analysed again and again
within one round is code that calls itself in large rings, such as visitors of a tree: that has its own bound.
"""

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

_AGAIN_FOR_ALL = 100_000
_AGAIN_FOR_EACH_FUNCTION = 300
_SHARES_AGAIN = 20
"""The same of what is left for analysing again: short functions get it when little is left for long ones."""

_GROWS_BY = 3_000
_SHARES_OF_FIRST = 50
_TIMES = 10
"""What a function may take once others have told what they leave: so often what it took before, and beyond
that so much, or this part of what the whole program took first. It takes more where they leave objects and
functions, and without end where any of these may be behind any attribute."""


class Budget:
    """What functions have taken so far, by analysis, and what is left for the program."""

    def __init__(self, functions: int) -> None:
        """Allow a program as much as its functions take on real services, several times over."""
        self._whole = self.left = _FOR_ALL + _FOR_EACH_FUNCTION * functions
        self._whole_again = self.left_again = _AGAIN_FOR_ALL + _AGAIN_FOR_EACH_FUNCTION * functions
        self._grows_by = 0
        self._taken: dict[str, int] = {}
        self._dearest: dict[str, int] = {}
        self._before: dict[str, int] = {}
        """The most that an analysis took at once, and what that was in the rounds before this one."""
        self._again: dict[str, int] = {}
        """What each analysis took in this round after its first turn, and what it takes next at the least."""
        self._next: dict[str, int] = {}

    def begin_round(self) -> None:
        """Leave something for what functions find in shared things: each round gets a quarter of the last."""
        self._grows_by = self._grows_by or max(_GROWS_BY, sum(self._taken.values()) // _SHARES_OF_FIRST)
        self._whole //= 4
        self._whole_again //= 4
        self.left = max(self.left, self._whole)
        self.left_again = max(self.left_again, self._whole_again)
        self._again, self._next = {}, {}
        self._before = dict(self._dearest)

    def allowance(self, info: FunctionInfo, key: str) -> int:
        """What an analysis may take now: the first never too little for a short function to be seen whole."""
        whole = _whole(info)
        most = min(whole, _MOST_OVER_TURNS * whole - self._taken.get(key, 0), self.left // _SHARES)
        if key in self._before:
            most = min(most, self._grows_by + _TIMES * self._before[key])
        if key not in self._next:
            return max(_LEAST, most)
        return max(0, min(most, self.left_again // _SHARES_AGAIN))

    def take(self, key: str, work: int) -> None:
        """Note what an analysis took."""
        if key in self._next:
            self.left_again -= work
            self._again[key] = self._again.get(key, 0) + work
        self._next[key] = work
        self._dearest[key] = max(work, self._dearest.get(key, 0))
        self._taken[key] = self._taken.get(key, 0) + work
        self.left -= work

    def is_spent(self, info: FunctionInfo, key: str) -> bool:
        """Whether a function is not analysed again, which would take at least as much as the last time."""
        if self.left <= 0 or self._taken.get(key, 0) >= _MOST_OVER_TURNS * _whole(info):
            return True
        again = self._again.get(key, 0) + self._next.get(key, 0)
        return again > self.left_again // _SHARES_AGAIN


def _whole(info: FunctionInfo) -> int:
    span = span_between(info.facts.at, info.facts.end)
    return _MOST_AT_ONCE + _FOR_EACH_LINE * (span.end_line - span.line)
