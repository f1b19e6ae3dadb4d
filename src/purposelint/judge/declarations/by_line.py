"""Finds what stands on the same lines as a span, without looking at all of a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from purposelint.domain.place import Span

T = TypeVar("T")

_WIDE = 40
"""Lines from which on an item is looked at for every span, rather than noted at each line."""


class ByLine(Generic[T]):
    """Items with their spans; those on lines of a span are found in the order they were given in."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = tuple(items)
        self._wide: list[int] = []
        self._at: dict[int, list[int]] = {}
        for number, (span, _) in enumerate(self._items):
            if span.end_line - span.line >= _WIDE:
                self._wide.append(number)
            else:
                for line in range(span.line, span.end_line + 1):
                    self._at.setdefault(line, []).append(number)

    def near(self, span: Span) -> list[T]:
        """Every item that shares a line with the span, and wide ones that may not."""
        if span.end_line - span.line >= len(self._items):
            return [item for _, item in self._items]
        numbers = set(self._wide)
        for line in range(span.line, span.end_line + 1):
            numbers.update(self._at.get(line, ()))
        return [self._items[number][1] for number in sorted(numbers)]
