"""TOML files as read: data, where its keys stand, and mistakes with a place."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from purposelint.errors import InputMistake
from purposelint.policy.toml_lines import KeyPath, Toml, key_lines, known_by, line_of_number, spelled

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True)
class Document:
    """One file: `label` is how messages call it, `data` its parsed tables, `place` where it lies."""

    label: str
    text: str
    data: Mapping[str, Any]
    place: Path | None = None
    prefix: KeyPath = ()
    """Keys above the tables in `data`: `tool.purposelint` in pyproject.toml."""

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """Lines of the keys, found only when there is something to say."""
        return key_lines(self.text)

    def line(self, path: KeyPath) -> int:
        """Line of a key, or of the nearest table around it; 0 if neither can be placed."""
        full = (*self.prefix, *path)
        for end in range(len(full), 0, -1):
            if full[:end] in self.lines:
                return self.lines[full[:end]]
        return 0

    def mistake(self, path: KeyPath, message: str) -> InputMistake:
        """A mistake at a key of this file."""
        which = known_by((*self.prefix, *path), self._value) if self.text else ""
        return InputMistake(self.label, self.named(path), message, self.line(path), which)

    def named(self, path: KeyPath) -> str:
        """How messages call a key of this file."""
        return spelled((*self.prefix, *path), self._value if self.text else None)

    def _value(self, path: KeyPath) -> Toml:
        """What stands at a path of the file, None for nothing."""
        found: Toml = self.data
        for part in path[len(self.prefix) :]:
            if isinstance(part, str):
                found = found.get(part) if isinstance(found, Mapping) else None
            else:
                found = found[part] if isinstance(found, list) and part < len(found) else None
        return found


def read(place: Path, label: str) -> Document | InputMistake:
    """Read and parse one file; whatever keeps it from being read is a mistake, never an exception."""
    try:
        content = place.read_bytes()
    except OSError as error:
        return InputMistake(label, "", f"cannot be read: {error.strerror or error}")
    return parse(content, label, place)


def parse(content: bytes, label: str, place: Path | None = None) -> Document | InputMistake:
    """Parse the bytes of a TOML file."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return InputMistake(label, "", "is not UTF-8 text", line)
    try:
        return Document(label, text, tomllib.loads(text), place)
    except tomllib.TOMLDecodeError as error:
        message, line = _syntax(str(error), content)
        return InputMistake(label, "", message, line)
    except ValueError:  # Python reads no integer of more than 4300 digits, and the parser lets that through
        return InputMistake(label, "", "holds a number of too many digits to read", line_of_number(text))
    except RecursionError:
        return InputMistake(label, "", "is nested too deeply")


def _syntax(message: str, content: bytes) -> tuple[str, int]:
    """Message and line of a parser's complaint, which ends in `(at line 3, column 5)`."""
    said, _, place = message.rpartition(" (at ")
    words = place.replace(",", " ").split()
    if words[:1] == ["line"] and words[1].isdigit():
        return f"is not valid TOML: {said}", int(words[1])
    return f"is not valid TOML: {said or message}", content.count(b"\n") + 1 if place else 0


def meant(word: str, options: Iterable[str]) -> str:
    """`, did you mean "x"?` for the nearest valid word, or nothing."""
    known = sorted(set(options))
    ends = [option for option in known if option.rpartition(".")[2] == word]
    near = ends[:1] or difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f', did you mean "{near[0]}"?' if near else ""
