"""Splitting a text into tokens without parsing it.

One regular expression covers the whole text as pairs of gap and token, so that offsets follow from
lengths. An f-string becomes an opening token, the tokens of its replacement fields and a closing
token. What the expression can't read (an f-string that holds its own quotes) is read slowly.
"""

from __future__ import annotations

import re
from itertools import accumulate, chain
from operator import itemgetter

from purposelint.extract.fstrings import FormatStringError, is_opening, read_format_string
from purposelint.extract.grammar import COMMENT, GAP, NUMBER, QUOTES, STRING, WORD, WORD_ALONE
from purposelint.extract.tokens import ScanError, Tokens

_TOKEN = re.compile(rf"({GAP})({WORD_ALONE}|[()\[\]{{}}]|{STRING}|{NUMBER}|{WORD}|\Z)")
_GAP = re.compile(GAP)
_COMMENT = re.compile(COMMENT)
_PREFIXES = frozenset("fFtTrR")

_Spans = list[tuple[int, int]]


def scan(source: str) -> Tokens:
    """Split a text into tokens. Raises ScanError where strings or brackets do not end."""
    try:
        return _scan_fast(source) or _scan_slowly(source)
    except FormatStringError as error:
        raise ScanError(error.reason, source.count("\n", 0, error.offset) + 1) from error


def _scan_fast(source: str) -> Tokens | None:
    """Tokens, or None if the text holds something that one regular expression can't read."""
    pairs: list[tuple[str, str]] = _TOKEN.findall(source)
    offsets = list(accumulate(map(len, chain.from_iterable(pairs))))
    if offsets[-1] != len(source):
        return None
    texts = list(map(itemgetter(1), pairs))
    starts, ends = offsets[0::2], offsets[1::2]
    comments: _Spans = []
    for index in [at for at, (gap, _) in enumerate(pairs) if "#" in gap] if "#" in source else ():
        comments += _comments(source, ends[index - 1] if index else 0, starts[index])
    while len(texts) > 1 and not texts[-2]:
        del texts[-1], starts[-1], ends[-1]
    formatted = [i for i, text in enumerate(texts[:-1]) if text[0] in _PREFIXES and text[-1] in QUOTES]
    for index in reversed(formatted):
        if is_opening(source, starts[index]):
            spans = read_format_string(source, starts[index])
            if spans[-1][1] != ends[index]:
                return None
            starts[index : index + 1] = [start for start, _ in spans]
            ends[index : index + 1] = [end for _, end in spans]
            texts[index : index + 1] = [source[start:end] for start, end in spans]
    return Tokens(source, starts, ends, comments, texts)


def _scan_slowly(source: str) -> Tokens:
    """Tokens one by one, with f-strings that may hold anything."""
    spans: _Spans = []
    comments: _Spans = []
    at, size = 0, len(source)
    while at < size:
        gap = _GAP.match(source, at)
        start = gap.end() if gap else at
        comments += _comments(source, at, start)
        if is_opening(source, start):
            spans += read_format_string(source, start)
            at = spans[-1][1]
            continue
        found = _TOKEN.match(source, start)
        if found is None:
            raise ScanError("a string is never closed", source.count("\n", 0, start) + 1)
        at = found.end()
        if at > start:
            spans.append((start, at))
    spans.append((size, size))
    return Tokens(source, [start for start, _ in spans], [end for _, end in spans], comments)


def _comments(source: str, start: int, end: int) -> _Spans:
    """Spans of the comments in a gap."""
    return [found.span() for found in _COMMENT.finditer(source, start, end)]
