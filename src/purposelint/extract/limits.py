"""Bounds on what is parsed: beyond them the parser would crash the interpreter or run for minutes.

Some of them are the user's to move (`Limits`), within what the parser bears. The parser and the
lowering recurse as deeply as the source nests, and some grammar rules try alternatives again at every
level. Code that people write, or that their generators write, stays far below these bounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from purposelint.domain.limits import BOUNDS, STANDARD, Limits
from purposelint.extract.grammar import ANY_QUOTES, BRACKETS, CLOSERS, COMMENT, FORMAT_PREFIX, QUOTES
from purposelint.extract.tokens import Tokens
from purposelint.recursion import FRAMES_OF_ONE_FILE, frames_left

MAX_BYTES = BOUNDS["file-bytes"][1]
"""Size of a file, whatever the user allows. The parser needs about 35 bytes of memory for each."""

MAX_PATTERN_BRACKETS = 8
"""Brackets one inside the other behind `case` and `del`, whose rules take exponential time."""

MAX_BRANCHES = 4000
"""`elif` branches in one file."""


_SUSPICIOUS = 200
"""Tokens in brackets, or characters in a line, from which on a chain is looked for."""

_CONTINUED = 20
"""Lines that end in a backslash from which on a chain is looked for."""

_BEGINS_FORMAT = re.compile(FORMAT_PREFIX + ANY_QUOTES)
_ENDS_OF_FORMATS = frozenset({"'", '"', "'''", '"""'})
"""Tokens that begin and end an f-string or t-string; those of its fields stand between them."""

_COMMENT = re.compile(COMMENT)
_LINE_END = re.compile(r"[\r\n]")

_in_force: ContextVar[Limits] = ContextVar("limits", default=STANDARD)


class LimitError(Exception):
    """The file is beyond a bound; `line` is where."""

    def __init__(self, reason: str, line: int) -> None:
        self.reason = reason
        self.line = line
        super().__init__(reason)


@contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Hold what is extracted meanwhile against these limits."""
    before = _in_force.set(limits)
    try:
        with frames_left(FRAMES_OF_ONE_FILE):
            yield
    finally:
        _in_force.reset(before)


def check_limits(tokens: Tokens) -> None:
    """Hold a source against what can be parsed safely. Raises LimitError beyond a bound."""
    limits = _in_force.get()
    if words_of(tokens) > limits.file_words:
        reason = f"more than {limits.file_words:,} words and lines (limits.file-words)"
        raise LimitError(f"it is too large to analyse: {reason}", 0)
    if tokens.depth > limits.nesting:
        reason = f"more than {limits.nesting} brackets stand one inside the other (limits.nesting)"
        raise LimitError(reason, tokens.line(tokens.deepest))
    if tokens.depth > MAX_PATTERN_BRACKETS:
        _check_patterns(tokens)
    branches = tokens.texts.count("elif")
    if branches > MAX_BRANCHES:
        raise LimitError(f"there are more than {MAX_BRANCHES} elif branches", 0)
    longest_chain(tokens, limits.chain)


def words_of(tokens: Tokens) -> int:
    """How many words, numbers, strings, brackets and lines there are.

    The parser needs up to 4 KB of memory for each of them, and a minute for a million.
    """
    return len(tokens.starts) + len(tokens.lines)


def longest_chain(tokens: Tokens, bound: int) -> int:
    """The most tokens and operators in a row without a comma; 0 where none is long.

    They are summed over the brackets around: terms of a sum, attributes of attributes. Raises LimitError
    beyond the bound. Adjacent strings are no chain: generated files keep whole images that way.
    """
    return max((_chain(tokens, *each, bound) for each in _suspicious_ranges(tokens)), default=0)


def _check_patterns(tokens: Tokens) -> None:
    """Hold the brackets behind `case` and `del` against their bound."""
    texts, source = tokens.texts, tokens.source
    for index, text in enumerate(texts):
        if text not in {"case", "del"}:
            continue
        before = source[tokens.ends[index - 1] if index else 0 : tokens.starts[index]]
        behind = source[tokens.ends[index] : tokens.starts[index + 1]].strip()
        if behind not in {"", "-", "*"} or (text == "case" and not _LINE_END.search(before)):
            continue
        depth = 0
        for position in range(index + 1, len(texts)):
            if not depth and _ends_line(tokens, position):
                break
            if texts[position] in BRACKETS:
                depth += 1 if not BRACKETS[texts[position]] else -1
            if depth > MAX_PATTERN_BRACKETS:
                reason = f"more than {MAX_PATTERN_BRACKETS} brackets stand in one another behind {text!r}"
                raise LimitError(reason, tokens.line(position))


def _ends_line(tokens: Tokens, index: int) -> bool:
    """Whether a line ends before token `index`."""
    return _breaks(tokens.source[tokens.ends[index - 1] : tokens.starts[index]])


def _breaks(gap: str) -> bool:
    return ("\n" in gap or "\r" in gap) and "\\" not in gap


def _suspicious_ranges(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Ranges of tokens, each from the outermost level to it again, that may hold a long chain.

    A chain of many tokens needs a long line, many continued lines, or brackets that hold many tokens
    or stand in a row with no line's end between them.
    """
    source, starts, ends = tokens.source, tokens.starts, tokens.ends
    if tokens.longest > _SUSPICIOUS or source.count("\\\n") + source.count("\\\r") > _CONTINUED:
        yield 0, len(starts)
        return
    first = before = -1
    for opening, parent in tokens.parents.items():
        if parent >= 0:
            continue
        if before < 0 or source.find("\n", ends[before], starts[opening]) >= 0:
            if before - first > _SUSPICIOUS:
                yield first, before + 1
            first = opening
        before = tokens.partners[opening]
    if before - first > _SUSPICIOUS:
        yield first, before + 1


def _chain(tokens: Tokens, first: int, behind: int, bound: int) -> int:
    """The longest chain in a range of tokens, within a logical line."""
    counts = [0]
    formats: list[int] = []
    total = longest = 0
    for index in range(first, behind):
        text = tokens.texts[index]
        gap = tokens.source[tokens.ends[index - 1] if index else 0 : tokens.starts[index]]
        ends_format = text in _ENDS_OF_FORMATS
        if formats and formats[-1] == len(counts) and (ends_format or "{" in gap or "}" in gap):
            gap = ","  # the text of an f-string, around whose fields nothing is chained
        gap = _COMMENT.sub("", gap)
        if "," in gap or ";" in gap or (len(counts) == 1 and _breaks(gap)):
            total -= counts[-1]
            counts[-1] = 0
        links = 1 + max(0, len("".join(gap.split())) - 2)
        if ends_format or (text[-1:] in QUOTES and not gap.strip()):
            links = 0
        if text in CLOSERS or (ends_format and formats):
            total -= counts.pop()
        counts[-1] += links
        total += links
        if ends_format and formats:
            formats.pop()
        elif text in BRACKETS and text not in CLOSERS:
            counts.append(0)
        elif text[-1:] in QUOTES and _BEGINS_FORMAT.fullmatch(text):
            counts.append(0)
            formats.append(len(counts))
        longest = max(longest, total)
        if total > bound:
            reason = f"an expression is a chain of more than {bound} operands, attributes or calls"
            reason += " (limits.chain)"
            raise LimitError(reason, tokens.line(index))
    return longest
