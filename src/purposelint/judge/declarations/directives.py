"""What comments say once read: the values between the grammar and the binding."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, TypeAlias

import msgspec

Scope: TypeAlias = Literal["", "module", "class", "function"]
WHY = "why it may stay"
WHAT = "what it is instead"
"""What remedies write where a person is to say something; pasted unchanged they say nothing."""
SCOPES: tuple[Scope, ...] = ("module", "class", "function")


class Purposes(msgspec.Struct, frozen=True):
    """A purpose declaration in known words. Empty `elements` mean any; `scope` is '' for a plain one."""

    scope: Scope
    elements: tuple[str, ...]
    purposes: tuple[str, ...]
    recipients: tuple[str, ...]
    because: str


class NotPersonal(msgspec.Struct, frozen=True):
    """A statement that something is no personal data, with the words that say what it is.

    `parameter` is the one of its line that is meant, '' for what the comment stands behind.
    """

    words: str
    parameter: str = ""


class IgnoreRule(msgspec.Struct, frozen=True, order=True):
    """One entry of `ignore[...]`: a whole code, and an element ('' for any)."""

    code: str
    element: str


class Ignore(msgspec.Struct, frozen=True):
    """A suppression. `until` is the last day on which it holds, None for one that has no end."""

    rules: tuple[IgnoreRule, ...]
    reason: str
    until: dt.date | None


class Defect(msgspec.Struct, frozen=True):
    """What is wrong with a directive: the code that says so, and what to write instead.

    For an unknown `word` the remedy is the word that was probably meant, and `help` says what to do.
    """

    code: str
    message: str
    remedy: str = ""
    word: str = ""
    help: str = ""


class Directive(msgspec.Struct, frozen=True):
    """One directive of a comment, from `start` to `end` (offsets). No `content` where nothing can be used."""

    start: int
    end: int
    content: Purposes | NotPersonal | Ignore | None
    defects: tuple[Defect, ...]


def says_something(words: str) -> bool:
    """Whether words are a person's own: not empty, not punctuation, and not what a remedy left open."""
    plain = " ".join(re.findall(r"\w+", words.lower()))
    return bool(plain) and plain not in {WHY, WHAT}


def occurrence(text: str, word: str) -> re.Match[str] | None:
    """The first place in a comment where a word of its grammar stands whole."""
    return re.search(rf"(?<![\w.-]){re.escape(word)}(?![\w-])", text)


def with_word(text: str, word: str, meant: str) -> str:
    """A text with the first whole occurrence of a word replaced."""
    found = occurrence(text, word)
    return text if found is None else text[: found.start()] + meant + text[found.end() :]
