"""Positions for the walk: a cursor over the tokens that the tree's leaves consume in source order.

Every name, number and string of the tree takes the next token, which must spell the same; keywords
and brackets between them are skipped. So a walk that leaves something out, or a scan that went
wrong, is noticed at the next leaf and never gives a wrong position.
"""

from __future__ import annotations

import re

from purposelint.extract.grammar import BRACKETS, CLOSERS, KEYWORDS
from purposelint.extract.tokens import Tokens

_SKIPPED = KEYWORDS | BRACKETS.keys()
_SEPARATORS = " ,=\n:;\t\r"
_BEFORE_ELEMENT = re.compile(r"(?:[\s\\,=:*]|#[^\r\n]*)*")
_BEFORE_STATEMENT = re.compile(r"(?:[\s\\,;:]|#[^\r\n]*)*")
_BEFORE_ELLIPSIS = re.compile(r"(?:[^.#]|#[^\r\n]*|\.(?!\.\.))*")


class MisalignedError(Exception):
    """The next token is not the one that the tree asks for; `line` is where."""

    def __init__(self, wanted: str, line: int) -> None:
        self.line = line
        super().__init__(f"expected {wanted!r} on line {line}")


class Cursor:
    """A place between two tokens; `index` is the token after it."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.texts = tokens.texts
        self.at = tokens.at
        self.index = 0
        self.end_of_dots = 0
        """Offset behind the last `...` or `*`, which are no tokens but may end an element."""

    def take(self, text: str) -> int:
        """Consume the next token that no one skips, which must be `text`; gives its index."""
        index = self.index
        if self.texts[index] != text:
            index = self._seek(text)
        self.index = index + 1
        return index

    def _seek(self, text: str) -> int:
        texts = self.texts
        index = self.index
        while texts[index] != text:
            if texts[index] not in _SKIPPED:
                raise MisalignedError(text, self.tokens.line(index))
            index += 1
        return index

    def enter(self, count: int) -> int:
        """Consume the round brackets that open around an expression; gives the index of the first."""
        first = self.take("(")
        for _ in range(count - 1):
            self.take("(")
        return first

    def opening(self) -> int:
        """Consume the bracket that opens here, behind brackets that close; gives its index."""
        self.skip_closers()
        index = self.index
        if self.texts[index] not in BRACKETS:
            raise MisalignedError("(", self.tokens.line(index))
        self.index = index + 1
        return index

    def close(self, opening: int) -> int:
        """Go behind the partner of an opening bracket; gives the partner's index."""
        partner = self.tokens.partners[opening]
        if partner < self.index - 1:
            raise MisalignedError("a bracket", self.tokens.line(partner))
        self.index = partner + 1
        return partner

    def skip_closers(self) -> None:
        """Go behind the brackets that close here."""
        while self.texts[self.index] in CLOSERS:
            self.index += 1

    def skip_closers_before(self, limit: int) -> None:
        """Go behind the brackets that close here, but not past token `limit`."""
        while self.index < limit and self.texts[self.index] in CLOSERS:
            self.index += 1

    def element_start(self) -> int:
        """Point at which the argument, item or value that comes next begins."""
        return self._start(_BEFORE_ELEMENT)

    def statement_start(self) -> int:
        """Point at which the statement that comes next begins."""
        return self._start(_BEFORE_STATEMENT)

    def _start(self, before: re.Pattern[str]) -> int:
        """Point of the next code, which an operator may begin that is no token."""
        tokens, index = self.tokens, self.index
        start = tokens.starts[index]
        end = tokens.ends[index - 1] if index else 0
        if start == end or not tokens.source[end:start].strip(_SEPARATORS):
            return self.at[index]
        found = before.match(tokens.source, max(end, self.end_of_dots))
        return tokens.point(found.end()) if found else self.at[index]

    def end(self) -> int:
        """Point at which the last token consumed ends."""
        tokens, index = self.tokens, self.index - 1
        if index < 0 or self.end_of_dots > tokens.ends[index]:
            return tokens.point(self.end_of_dots)
        return tokens.end(index)

    def end_of_header(self) -> int:
        """Point behind the colon that ends the header of a compound statement."""
        self.skip_closers()
        offset = max(self.tokens.ends[self.index - 1], self.end_of_dots)
        return self.tokens.point(self.tokens.source.index(":", offset) + 1)

    def take_dots(self) -> None:
        """Consume a `...`."""
        tokens = self.tokens
        end = max(tokens.ends[self.index - 1] if self.index else 0, self.end_of_dots)
        found = _BEFORE_ELLIPSIS.match(tokens.source, end)
        offset = found.end() if found else end
        while tokens.starts[self.index] < offset:
            if tokens.texts[self.index] not in _SKIPPED:
                raise MisalignedError("...", tokens.line(self.index))
            self.index += 1
        self.end_of_dots = offset + 3

    def take_star(self) -> None:
        """Consume the `*` of a star import."""
        self.end_of_dots = self.tokens.source.index("*", self.tokens.ends[self.index - 1]) + 1
