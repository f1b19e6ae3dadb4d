"""What a SQL text writes: its table, and the column of each value that is bound to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

Bound: TypeAlias = int | str
"""What a placeholder stands for: a position, or a name."""

ROWS = "*"
"""Bound to `VALUES %s`: whole rows."""

_TOKEN = re.compile(
    r"""--[^\n]*|/\*.*?\*/                                    # comments
    |(?P<text>'(?:[^']|'')*')
    |(?P<place>%s|\?(?!\?)|(?<![:\w])[$:](?P<number>\d+)|%\((?P<key>\w+)\)s|(?<![:\w]):(?P<name>[a-zA-Z_]\w*)
              |@(?P<at>[a-zA-Z_]\w*)|\{(?P<typed>\w+)\s*:\s*\w+\})
    |(?P<hole>\{\w*\})
    |(?P<word>(?:[\w$]+|"[^"]*"|`[^`]*`|\[\w+\])(?:\s*\.\s*(?:[\w$]+|"[^"]*"|`[^`]*`|\[\w+\]))*)
    |(?P<sign>[(),=;])""",
    re.VERBOSE | re.DOTALL,
)
_MOST_TOKENS = 2000
_LONGEST = 8000
_QUOTES = '"`[]'
_BEFORE_TABLE = frozenset(
    [
        "abort",
        "delayed",
        "fail",
        "ignore",
        "into",
        "low_priority",
        "only",
        "or",
        "overwrite",
        "replace",
        "rollback",
        "table",
    ]
)
_OUTERMOST = frozenset({"from", "returning"})
_BEGINS = {"": "table", "other": "table", "where": "table"}
_CHOOSES = {"set": "where", "select": "where", "named": "where", "other": "where"}
_ENDS = {"set": "other", "select": "other", "where": "other"}
_GIVES_UP = {"values": "conflict", "select": "conflict", "where": "conflict", "other": "conflict"}
_NEXT: Mapping[str, Mapping[str, str]] = {
    "insert": _BEGINS,
    "replace": _BEGINS,
    "merge": _BEGINS,
    "update": {**_BEGINS, "conflict": "set"},
    "set": dict.fromkeys(("named", "columns", "set", "where", "conflict", "other"), "set"),
    "values": {"named": "values", "columns": "values"},
    "select": {"named": "select", "columns": "select"},
    "where": {**_CHOOSES, "conflict": "where"},
    "having": _CHOOSES,
    "on": _CHOOSES,
    "conflict": _GIVES_UP,
    "duplicate": _GIVES_UP,
    "from": _ENDS,
    "returning": _ENDS,
}
"""The part of a statement that a keyword begins, by the part in which it stands."""


class Written(NamedTuple):
    """Of the values bound to a statement, the columns that they fill, and those that only look up."""

    table: str
    columns: Mapping[Bound, str]
    looked_up: frozenset[Bound]
    rows: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def written(text: str) -> Written:
    """Read a statement as far as it is known; of what it does not say, nothing is known."""
    reader = _Reader()
    for token in _tokens(text[:_LONGEST]):
        reader.read(token)
    once = {key: names[0] for key, names in reader.columns.items() if len(set(names)) == 1 and names[0]}
    only = frozenset(key for key in reader.looked_up if key not in reader.columns)
    return Written(reader.table, once, only, tuple(reader.listed) if ROWS in reader.columns else ())


def _tokens(text: str) -> Iterator[re.Match[str]]:
    for number, token in enumerate(_TOKEN.finditer(text)):
        if number == _MOST_TOKENS:
            return
        if token.lastgroup:
            yield token


def _plain(word: str) -> str:
    """The last part of a name, without its quotes."""
    return word.rpartition(".")[2].strip().strip(_QUOTES)


class _Reader:
    """Reads tokens one by one: where in a statement it stands decides what a placeholder is for."""

    def __init__(self) -> None:
        self.table = ""
        self.columns: dict[Bound, list[str]] = {}
        self.looked_up: set[Bound] = set()
        self.listed: list[str] = []
        self._position = 0
        self._begin("")

    def _begin(self, part: str) -> None:
        """Go on to another part of the statement."""
        self._part = part
        self._depth = 0
        self._item = 0
        self._target = ""

    def read(self, token: re.Match[str]) -> None:
        """Take in the next token."""
        if token["place"]:
            self._bound(self._key(token))
        elif token["hole"]:
            self._part = "named" if self._part == "table" else self._part
        elif token["word"]:
            self._word(token["word"])
        elif token["sign"]:
            self._sign(token["sign"])

    def _key(self, token: re.Match[str]) -> Bound:
        if token["number"]:
            return int(token["number"]) - 1
        named = token["key"] or token["name"] or token["at"] or token["typed"]
        if named:
            return named
        self._position += 1
        return self._position - 1

    def _bound(self, key: Bound) -> None:
        if self._part == "where":
            self.looked_up.add(key)
            return
        column = ""
        if self._part == "values" and self._depth == 0:
            self.columns.setdefault(ROWS, []).append("")
        elif self._part in ("values", "select"):
            column = self.listed[self._item] if self._item < len(self.listed) else ""
        elif self._part == "set":
            column = self._target
        self.columns.setdefault(key, []).append(column)

    def _word(self, word: str) -> None:
        low = word.lower()
        following = _NEXT.get(low, {}).get(self._part, "")
        if following and not (low in _OUTERMOST and self._depth):
            self._begin(following)
        elif self._part == "table":
            self._name_table(word, low)
        elif self._part == "columns" and self._depth == 1:
            self.listed.append(_plain(word))
        elif self._part == "set" and not self._target and not self._depth:
            self._target = _plain(word)

    def _name_table(self, word: str, low: str) -> None:
        if low not in _BEFORE_TABLE:
            self.table, self.listed = self.table or _plain(word), []
            self._part = "named"

    def _sign(self, sign: str) -> None:
        if sign == "(":
            if self._part == "named" and not self.listed:
                self._part = "columns"
            self._item = 0 if self._part == "values" and not self._depth else self._item
            self._depth += 1
        elif sign == ")":
            self._depth -= 1
            if self._depth < 0 and self._part == "where":
                self._begin("other")
        elif sign == "," and self._part == "values" and self._depth == 1:
            self._item += 1
        elif sign == "," and self._part in ("select", "set") and not self._depth:
            self._item, self._target = self._item + 1, ""
        elif sign == ";":
            self._begin("")
