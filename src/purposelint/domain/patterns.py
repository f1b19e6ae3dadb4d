"""Dotted names with `*` in them, as entries of `rules/` write them, and an index of values by such names.

A word that is `*` stands for one or more words (`stripe.*.create`, `slack_sdk.WebClient.*`); a `*`
within a word stands for any part of it (`mask_*`). A leading `*.` is not read here: it says that the
receiver is unknown.
"""

from __future__ import annotations

import re
from typing import Generic, TypeVar

T = TypeVar("T")


class NameIndex(Generic[T]):
    """Values by dotted name; the names put in may hold `*`, those asked for may not.

    Every answer is remembered, so ask only for the names of one program.
    """

    def __init__(self) -> None:
        self._exact: dict[str, list[T]] = {}
        self._patterns: dict[str, list[tuple[re.Pattern[str], T]]] = {}
        self._found: dict[str, tuple[T, ...]] = {}

    def add(self, name: str, value: T) -> None:
        """Put `value` under `name`, behind what is there already."""
        if "*" not in name:
            self._exact.setdefault(name, []).append(value)
            return
        first = name.partition(".")[0]
        entry = (_compiled(name), value)
        self._patterns.setdefault("" if "*" in first else first, []).append(entry)

    def find(self, name: str) -> tuple[T, ...]:
        """All values under `name`: those put in under the name itself, then those whose pattern it fits."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = (*self._exact.get(name, ()), *self._fitting(name))
        return found

    def _fitting(self, name: str) -> list[T]:
        candidates = self._patterns.get(name.partition(".")[0], []) + self._patterns.get("", [])
        return [value for pattern, value in candidates if pattern.fullmatch(name)]


class EntryIndex(Generic[T]):
    """Values by the names of entries: dotted names, or `*.name` for a receiver that is not known."""

    def __init__(self) -> None:
        self._named: NameIndex[T] = NameIndex()
        self._last: NameIndex[T] = NameIndex()

    def add(self, name: str, value: T) -> None:
        """Put `value` under `name`, behind what is there already."""
        if name.startswith("*."):
            self._last.add(name[2:], value)
        else:
            self._named.add(name, value)

    def named(self, name: str) -> tuple[T, ...]:
        """All values under a dotted name."""
        return self._named.find(name)

    def by_last_word(self, word: str) -> tuple[T, ...]:
        """All values under `*.word`."""
        return self._last.find(word) if word else ()


def _compiled(name: str) -> re.Pattern[str]:
    words = (".+" if word == "*" else re.escape(word).replace(r"\*", r"[^.]*") for word in name.split("."))
    return re.compile(r"\.".join(words), re.DOTALL)
