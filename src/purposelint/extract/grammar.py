"""The lexical grammar as regular expressions: what the scanners are made of."""

from __future__ import annotations

import keyword

_LETTER = r"A-Za-z_\x80-\U0010ffff"
"""Outside of strings and comments a character beyond ASCII can only belong to an identifier."""

_QUOTE = "\"'"

WORD = rf"[{_LETTER}][{_LETTER}0-9]*"
WORD_ALONE = rf"{WORD}(?![{_LETTER}0-9{_QUOTE}])"
"""A word that no quote follows, so that it is no prefix of a string."""

NUMBER = (
    r"0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+"
    r"|[0-9][0-9_]*(?:\.(?:[0-9][0-9_]*)?)?(?:[eE][+-]?[0-9][0-9_]*)?[jJ]?"
)
"""A number; one that begins with a dot is found without the dot."""

FORMAT_PREFIX = r"(?:[fFtT][rR]?|[rR][fFtT])"
_PREFIX = r"(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?"
_ESCAPE = r"\\(?:\r\n|[\s\S])"
STRING = (
    rf"{_PREFIX}(?:"
    rf'"""[^"\\]*(?:(?:{_ESCAPE}|"(?!""))[^"\\]*)*"""'
    rf"|'''[^'\\]*(?:(?:{_ESCAPE}|'(?!''))[^'\\]*)*'''"
    rf'|"(?!"")[^"\\\r\n]*(?:{_ESCAPE}[^"\\\r\n]*)*"'
    rf"|'(?!'')[^'\\\r\n]*(?:{_ESCAPE}[^'\\\r\n]*)*')"
)
ANY_QUOTES = r'(?:"""|\'\'\'|"|\')'

COMMENT = r"#[^\r\n]*"
_OTHER = rf"[^{_LETTER}0-9{_QUOTE}()\[\]{{}}#]*"
GAP = rf"{_OTHER}(?:{COMMENT}{_OTHER})*"
"""Whatever stands between two tokens: whitespace, comments, operators, dots, commas, colons."""

BRACKETS = {"(": "", "[": "", "{": "", ")": "(", "]": "[", "}": "{"}
"""Each bracket with the one it closes."""

QUOTES = frozenset("\"'")
CLOSERS = frozenset(")]}")

KEYWORDS = frozenset(keyword.kwlist) - {"None", "True", "False"}
"""Words that the tree does not keep as names."""
