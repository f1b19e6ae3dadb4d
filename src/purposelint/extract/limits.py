"""Bounds on what is parsed: beyond them the parser would crash the interpreter or run for minutes.

The parser and the lowering recurse as deeply as the source nests, and some grammar rules
try alternatives again at every level. Code that people write, or that their generators write, stays
far below these bounds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from purposelint.extract.grammar import BRACKETS, CLOSERS, COMMENT
from purposelint.extract.tokens import Tokens

MAX_BYTES = 8 * 1024 * 1024
"""Size of a file. The parser needs about 35 bytes of memory for each."""

MAX_BRACKETS = 100
"""Brackets one inside the other. CPython itself refuses more than 200."""

MAX_PATTERN_BRACKETS = 8
"""Brackets one inside the other behind `case` and `del`, whose rules take exponential time."""

MAX_CHAIN = 1000
"""Tokens and operators in a row without a comma, summed over the brackets around: terms of a sum,
attributes of attributes. CPython's compiler gives up at about 3000."""

MAX_BRANCHES = 4000
"""`elif` branches in one file."""


_SUSPICIOUS = 200
"""Tokens from which on a logical line is looked at closely."""

_DEEP = 40
"""Brackets or branches from which on the facts are tried for encoding."""

_OPERATORS = re.compile(rf"[-+~](?:[\s\\]*[-+~]){{{_SUSPICIOUS}}}")
_COMMENT = re.compile(COMMENT)


class LimitError(Exception):
    """The file is beyond a bound; `line` is where."""

    def __init__(self, reason: str, line: int) -> None:
        self.reason = reason
        self.line = line
        super().__init__(reason)


def check_limits(tokens: Tokens) -> bool:
    """Whether the source nests so deeply that its facts may not encode. Raises LimitError beyond a bound."""
    if tokens.depth > MAX_BRACKETS:
        reason = f"more than {MAX_BRACKETS} brackets stand one inside the other"
        raise LimitError(reason, tokens.line(tokens.deepest))
    if tokens.depth > MAX_PATTERN_BRACKETS:
        _check_patterns(tokens)
    branches = tokens.texts.count("elif")
    if branches > MAX_BRANCHES:
        raise LimitError(f"there are more than {MAX_BRANCHES} elif branches", 0)
    longest = 0
    if len(tokens.texts) > _SUSPICIOUS or _OPERATORS.search(tokens.source):
        for first, behind in _logical_lines(tokens):
            if behind - first > _SUSPICIOUS or _has_long_gap(tokens, first, behind):
                longest = max(longest, _longest_chain(tokens, first, behind))
    return longest > _SUSPICIOUS or tokens.depth > _DEEP or branches > _DEEP


def _check_patterns(tokens: Tokens) -> None:
    """Hold the brackets behind `case` and `del` against their bound."""
    texts, source = tokens.texts, tokens.source
    for index, text in enumerate(texts):
        if text not in {"case", "del"}:
            continue
        behind = source[tokens.ends[index] : tokens.starts[index + 1]].strip()
        if behind not in {"", "-", "*"}:
            continue
        depth = 0
        for position in range(index + 1, len(texts)):
            if not depth and _ends_line(tokens, position):
                break
            if texts[position] in BRACKETS:
                depth += 1 if not BRACKETS[texts[position]] else -1
            if depth > MAX_PATTERN_BRACKETS:
                reason = f"more than {MAX_PATTERN_BRACKETS} brackets stand one inside the other behind {text!r}"
                raise LimitError(reason, tokens.line(position))


def _ends_line(tokens: Tokens, index: int) -> bool:
    """Whether a line ends before token `index`."""
    gap = tokens.source[tokens.ends[index - 1] : tokens.starts[index]]
    return ("\n" in gap or "\r" in gap) and "\\" not in gap


def _logical_lines(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """First token of each logical line and the one behind it; one may be taken for two, never two for one."""
    source, starts = tokens.source, tokens.starts
    outermost = iter([(i, tokens.partners[i]) for i, parent in tokens.parents.items() if parent < 0])
    opening, closing = next(outermost, (len(starts), len(starts)))
    first = 0
    for line in tokens.lines[1:]:
        index = bisect_left(starts, line)
        while index > closing:
            opening, closing = next(outermost, (len(starts), len(starts)))
        if opening < index <= closing or source[line - 2 : line - 1] == "\\" or source[line - 3 : line - 2] == "\\":
            continue
        if index > first:
            yield first, index
            first = index
    yield first, len(starts)


def _has_long_gap(tokens: Tokens, first: int, behind: int) -> bool:
    """Whether so much stands between two tokens that it may be a row of operators."""
    return any(tokens.starts[i] - tokens.ends[i - 1] > _SUSPICIOUS for i in range(max(first, 1), behind))


def _longest_chain(tokens: Tokens, first: int, behind: int) -> int:
    """The most tokens in a row within a logical line. Raises LimitError beyond the bound."""
    counts = [0]
    total = longest = 0
    for index in range(first, behind):
        gap = _COMMENT.sub("", tokens.source[tokens.ends[index - 1] if index else 0 : tokens.starts[index]])
        if "," in gap or ";" in gap:
            total -= counts[-1]
            counts[-1] = 0
        links = 1 + max(0, len("".join(gap.split())) - 2)
        text = tokens.texts[index]
        if text in CLOSERS:
            total -= counts.pop()
        counts[-1] += links
        total += links
        if text in BRACKETS and text not in CLOSERS:
            counts.append(0)
        longest = max(longest, total)
        if total > MAX_CHAIN:
            reason = f"an expression is a chain of more than {MAX_CHAIN} operands, attributes or calls"
            raise LimitError(reason, tokens.line(index))
    return longest
