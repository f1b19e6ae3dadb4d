"""Inside f-strings and t-strings: where a literal ends and which tokens its replacement fields hold.

Since PEP 701 a field may hold any expression, the quotes of its own literal included, so that
no regular expression finds the end.
"""

from __future__ import annotations

import re

from purposelint.extract.grammar import (
    ANY_QUOTES,
    BRACKETS,
    COMMENT,
    FORMAT_PREFIX,
    NUMBER,
    STRING,
    WORD,
    WORD_ALONE,
)

MAX_DEPTH = 20
"""Literals and format specifications one inside the other; people write two or three."""

_OPENING = re.compile(rf"({FORMAT_PREFIX})({ANY_QUOTES})")
_LITERAL = re.compile(r"[^{}\"'\\\r\n]+")
_NAMED = re.compile(r"N\{[^{}\"'\r\n]*\}")
_FIELD = re.compile(
    rf"(?:[^A-Za-z0-9_\x80-\U0010ffff\"'()\[\]{{}}#:!]|!=|{COMMENT})*"
    rf"({FORMAT_PREFIX}(?={ANY_QUOTES})|{WORD_ALONE}|[()\[\]{{}}]|{STRING}|{NUMBER}|{WORD}|[:!])"
)
_CONVERSION = re.compile(r"\s*[A-Za-z]+\s*")


class FormatStringError(Exception):
    """A literal that does not end as it should; `offset` is where reading stopped."""

    def __init__(self, reason: str, offset: int) -> None:
        self.reason = reason
        self.offset = offset
        super().__init__(reason)


def is_opening(source: str, start: int) -> bool:
    """Whether an f-string or t-string begins at an offset."""
    return _OPENING.match(source, start) is not None


def read_format_string(source: str, start: int) -> list[tuple[int, int]]:
    """Spans of the tokens of the literal at `start`: opening, tokens of its fields, closing quotes.

    Raises FormatStringError where the literal does not end.
    """
    reader = _Reader(source)
    reader.literal(start, 0)
    return reader.spans


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.spans: list[tuple[int, int]] = []

    def literal(self, start: int, depth: int) -> int:
        """Read the literal at `start`; gives the offset behind it."""
        opening = _OPENING.match(self.source, start)
        if opening is None or depth > MAX_DEPTH:
            raise FormatStringError("an f-string is nested too deeply", start)
        quotes = opening.group(2)
        is_raw = "r" in opening.group(1).lower()
        self.spans.append(opening.span())
        end = self._text(opening.end(), quotes, depth, is_raw=is_raw, in_spec=False)
        self.spans.append((end, end + len(quotes)))
        return end + len(quotes)

    def _text(self, at: int, quotes: str, depth: int, *, is_raw: bool, in_spec: bool) -> int:
        """Read literal text up to the quotes, or in a specification up to its closing brace."""
        source, size = self.source, len(self.source)
        while at < size:
            char = source[at]
            if char == "{":
                is_literal = source.startswith("{{", at) and not in_spec
                at = at + 2 if is_literal else self._field(at, quotes, depth, is_raw=is_raw)
            elif char == "}":
                if in_spec:
                    return at
                at += 1
            elif char == "\\":
                at = self._escape(at, is_raw=is_raw)
            elif source.startswith(quotes, at):
                if in_spec:
                    break
                return at
            elif char in "\r\n" and len(quotes) == 1 and not in_spec:
                break
            else:
                found = _LITERAL.match(source, at)
                at = found.end() if found else at + 1
        raise FormatStringError("an f-string does not end", min(at, size))

    def _escape(self, at: int, *, is_raw: bool) -> int:
        """Offset behind the backslash at `at` and what it escapes; braces are never escaped."""
        if self.source[at + 1 : at + 2] in {"{", "}"}:
            return at + 1
        if not is_raw:
            named = _NAMED.match(self.source, at + 1)
            if named:
                return named.end()
        return at + (3 if self.source.startswith("\r\n", at + 1) else 2)

    def _field(self, at: int, quotes: str, depth: int, *, is_raw: bool) -> int:
        """Read the replacement field whose brace is at `at`; gives the offset behind its closing brace."""
        brackets: list[str] = []
        start = at
        at += 1
        while True:
            found = _FIELD.match(self.source, at)
            if found is None or depth > MAX_DEPTH:
                raise FormatStringError("an f-string is not well formed", start)
            text = found.group(1)
            first, at = found.span(1)
            if text in BRACKETS:
                if not brackets and text == "}":
                    return at
                _nest(brackets, text, start)
            elif text == ":":
                if not brackets:
                    return 1 + self._text(at, quotes, depth + 1, is_raw=is_raw, in_spec=True)
                continue
            elif text == "!":
                conversion = _CONVERSION.match(self.source, at)
                at = conversion.end() if conversion else at
                continue
            elif _OPENING.match(self.source, first):
                at = self.literal(first, depth + 1)
                continue
            self.spans.append((first, at))


def _nest(brackets: list[str], text: str, offset: int) -> None:
    """Keep account of the brackets inside a field."""
    if not BRACKETS[text]:
        brackets.append(text)
    elif not brackets or brackets.pop() != BRACKETS[text]:
        raise FormatStringError("the brackets in an f-string do not match", offset)
