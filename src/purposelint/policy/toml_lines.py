"""Line numbers of TOML keys: a scanner that knows headers, keys and lists, not the whole language.

The standard parser gives values without places. This one walks the text once and notes where each
table, key and list item starts; what it does not understand simply has no line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from purposelint.domain.positions import nth_table

KeyPath: TypeAlias = tuple[str | int, ...]

Toml: TypeAlias = Any
"""What a TOML value parses to: text, numbers, truth values, dates, lists and tables of them."""

ValueAt: TypeAlias = Callable[[KeyPath], Toml]

_MARK = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[A-Za-z0-9_+:-]+"
    r"|[\[\]{}=.,\n]",
    re.DOTALL,
)


_MOST_DIGITS = 4300
_LONGEST_NAME = 40


def spelled(path: KeyPath, value_at: ValueAt | None = None) -> str:
    """A key path as people say it, counted from 1: `the 4th [[permit]], item 2 of purposes`.

    `value_at` gives what stands at a path of the file, None for nothing: a table is called so, and one
    word in the place of a list is not counted.
    """
    told: list[str] = []
    names: list[str] = []
    for at, part in enumerate(path):
        if isinstance(part, str):
            names.append(f'"{part}"' if "." in part else part)
            continue
        if value_at is not None and not isinstance(value_at(path[:at]), list):
            continue
        is_table = value_at is not None and isinstance(value_at(path[: at + 1]), Mapping)
        key = ".".join(names)
        told.append(nth_table(part, key) if is_table else f"item {part + 1}{f' of {key}' if key else ''}")
        names = []
    return ", ".join([*told, *([".".join(names)] if names else [])])


def known_by(path: KeyPath, value_at: ValueAt) -> str:
    """By what else people know the table of a list that a path leads into: its id, or its clause."""
    at = next((at for at, part in enumerate(path, start=1) if isinstance(part, int)), 0)
    table = value_at(path[:at]) if at else None
    for key, word in (("id", ""), ("clause", "clause ")):
        value = table.get(key) if isinstance(table, Mapping) else None
        if isinstance(value, str) and value.isprintable() and 0 < len(value) <= _LONGEST_NAME:
            return f"{word}{value}"
    return ""


def key_lines(text: str) -> dict[KeyPath, int]:
    """Line (1-based) of every table, key and list item that could be placed, the first of each."""
    return _Scanner(text).scan()


def line_of_number(text: str) -> int:
    """Line (1-based) of the first integer with more digits than Python converts; 0 if there is none."""
    numbers = ((mark.lstrip("+-").replace("_", ""), line) for mark, line in _marks(text))
    return next((line for digits, line in numbers if len(digits) > _MOST_DIGITS and digits.isdigit()), 0)


class _Scanner:
    """One pass over the tokens of a document; the state is the table and the list in progress."""

    def __init__(self, text: str) -> None:
        self.marks = list(_marks(text))
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self.counts: dict[KeyPath, int] = {}
        self.table: KeyPath = ()

    def scan(self) -> dict[KeyPath, int]:
        while self.at < len(self.marks):
            mark, line = self.marks[self.at]
            if mark == "\n":
                self.at += 1
            elif mark == "[":
                self._header(line)
            else:
                self._assignment(line)
        return self.lines

    def _header(self, line: int) -> None:
        """`[a.b]` or `[[a.b]]`: sets the table that the next keys belong to."""
        self.at += 1
        many = self._peek() == "["
        self.at += many
        path = self._resolved(self._dotted())
        if many:
            self.counts[path] = self.counts.get(path, -1) + 1
            path = (*path, self.counts[path])
        self.table = path
        self.lines.setdefault(path, line)
        self._skip_line()

    def _assignment(self, line: int) -> None:
        """`key = value`: notes the key, then the items of a list."""
        path = (*self.table, *self._dotted())
        for end in range(len(self.table) + 1, len(path) + 1):
            self.lines.setdefault(path[:end], line)
        if self._peek() == "=":
            self.at += 1
            self._value(path)
        self._skip_line()

    def _value(self, path: KeyPath) -> None:
        """Consume a value up to the end of its last line, noting the items of a list."""
        depth, item, fresh = 0, 0, True
        listed = self._peek() == "["
        while self.at < len(self.marks):
            mark, line = self.marks[self.at]
            if mark == "\n" and depth == 0:
                return
            self.at += 1
            if depth == 1 and listed and fresh and mark not in "],\n":
                self.lines.setdefault((*path, item), line)
                fresh = False
            if mark in "[{":
                depth += 1
            elif mark in "]}":
                depth -= 1
            elif mark == "," and depth == 1:
                item, fresh = item + 1, True

    def _dotted(self) -> tuple[str, ...]:
        parts: list[str] = []
        while self.at < len(self.marks):
            mark = self.marks[self.at][0]
            if mark == ".":
                self.at += 1
            elif mark in "[]{}=,\n":
                break
            else:
                parts.append(mark[1:-1] if mark[0] in "\"'" else mark)
                self.at += 1
        return tuple(parts)

    def _resolved(self, parts: tuple[str, ...]) -> KeyPath:
        """Insert the ordinal of each list of tables that a header passes through."""
        path: KeyPath = ()
        for index, part in enumerate(parts):
            path = (*path, part)
            if path in self.counts and index < len(parts) - 1:
                path = (*path, self.counts[path])
        return path

    def _peek(self) -> str:
        return self.marks[self.at][0] if self.at < len(self.marks) else ""

    def _skip_line(self) -> None:
        while self.at < len(self.marks) and self.marks[self.at][0] != "\n":
            self.at += 1


def _marks(text: str) -> Iterator[tuple[str, int]]:
    """Tokens with their line; comments are dropped."""
    line, seen = 1, 0
    for match in _MARK.finditer(text):
        line += text.count("\n", seen, match.start())
        seen = match.start()
        if not match.group().startswith("#"):
            yield match.group(), line
