"""The tokens that carry positions: words, numbers, strings and brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add, sub

from purposelint.domain.place import pack
from purposelint.extract.grammar import BRACKETS

_NEWLINE = re.compile(r"\r\n?|\n")


class ScanError(Exception):
    """The text cannot be split into tokens; `line` is where."""

    def __init__(self, reason: str, line: int) -> None:
        self.reason = reason
        self.line = line
        super().__init__(reason)


class Remark:
    """A comment of the source and where it stands among the tokens.

    `follower` is the index of the token after it, `bracket` the index of the innermost bracket
    around it (-1 for none), `trailing` whether code comes before it on its line.
    """

    __slots__ = ("at", "bracket", "follower", "text", "trailing")

    def __init__(self, text: str, at: int, follower: int, *, trailing: bool) -> None:
        self.text = text
        self.at = at
        self.follower = follower
        self.bracket = -1
        self.trailing = trailing


class Tokens:
    """Tokens of one text in source order; the last one is empty and ends the text.

    `starts` and `ends` are offsets, `at` the starts as packed points; `longest` is the length of
    the longest line. `partners` maps the index of an opening bracket to that of its closing one,
    `parents` maps it to the bracket around it (-1 for none); `depth` is how many stand one inside
    the other at most, at token `deepest`. `comments` are spans of offsets.
    Raises ScanError where brackets do not match.
    """

    def __init__(
        self,
        source: str,
        starts: list[int],
        ends: list[int],
        comments: Sequence[tuple[int, int]],
        texts: list[str] | None = None,
    ) -> None:
        self.source = source
        self.starts = starts
        self.ends = ends
        self.texts = texts or [source[start:end] for start, end in zip(starts, ends, strict=True)]
        self.lines = _line_starts(source)
        longest = max(map(sub, [*self.lines[1:], len(source)], self.lines))
        self.longest = longest
        self._is_wide = pack(1, longest + 2) - pack(1, 1) != longest + 1
        self.at = self._points()
        self.remarks = [self._remark(start, end) for start, end in comments]
        self.partners: dict[int, int] = {}
        self.parents: dict[int, int] = {}
        self.depth = 0
        self.deepest = 0
        self._match_brackets()

    def point(self, offset: int) -> int:
        """An offset as a packed point."""
        line = bisect_right(self.lines, offset)
        return pack(line, offset - self.lines[line - 1] + 1)

    def line(self, index: int) -> int:
        """Line of token `index`, 1-based."""
        return bisect_right(self.lines, self.starts[index])

    def end(self, index: int) -> int:
        """Point at which token `index` ends."""
        text = self.texts[index]
        if self._is_wide or (len(text) > 1 and ("\n" in text or "\r" in text)):
            return self.point(self.ends[index])
        return self.at[index] + len(text)

    def _points(self) -> list[int]:
        """Points at which the tokens begin."""
        starts = self.starts
        if self._is_wide:
            return [self.point(start) for start in starts]
        height = pack(2, 1) - pack(1, 1)
        base = pack(1, 1)
        shifts: list[int] = []
        done = 0
        for line_start, next_start in zip(self.lines, [*self.lines[1:], len(self.source) + 1], strict=True):
            behind = bisect_left(starts, next_start, done)
            if behind > done:
                shifts += [base - line_start] * (behind - done)
                done = behind
            base += height
        return list(map(add, starts, shifts))

    def _remark(self, start: int, end: int) -> Remark:
        line_start = self.lines[bisect_right(self.lines, start) - 1]
        return Remark(
            self.source[start:end].rstrip(),
            self.point(start),
            bisect_left(self.starts, start),
            trailing=bool(self.source[line_start:start].strip()),
        )

    def _match_brackets(self) -> None:
        """Pair the brackets, and find the innermost one around each comment."""
        texts, partners, parents = self.texts, self.partners, self.parents
        stack: list[int] = []
        waiting = iter(self.remarks)
        remark = next(waiting, None)
        for index in [i for i, text in enumerate(texts) if text in BRACKETS]:
            while remark is not None and remark.follower <= index:
                remark.bracket = stack[-1] if stack else -1
                remark = next(waiting, None)
            partner = BRACKETS[texts[index]]
            if not partner:
                parents[index] = stack[-1] if stack else -1
                stack.append(index)
                if len(stack) > self.depth:
                    self.depth, self.deepest = len(stack), index
            elif stack and texts[stack[-1]] == partner:
                partners[stack.pop()] = index
            else:
                raise ScanError(f"the bracket {texts[index]} closes nothing", self.line(index))
        if stack:
            raise ScanError(f"the bracket {texts[stack[-1]]} is never closed", self.line(stack[-1]))


def _line_starts(source: str) -> list[int]:
    """Offsets at which lines begin; form feeds and other separators end no line."""
    if "\r" in source:
        return [0, *(newline.end() for newline in _NEWLINE.finditer(source))]
    lengths = [len(line) + 1 for line in source.split("\n")]
    return list(accumulate(lengths[:-1], initial=0))
