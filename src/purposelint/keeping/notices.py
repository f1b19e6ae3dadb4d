"""What is said of a cache that was there and could not be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Notice:
    """A kept file, and what is wrong with it."""

    file: Path
    wrong: str


_HEARD: ContextVar[list[Notice] | None] = ContextVar("heard", default=None)


@contextmanager
def hearing() -> Iterator[list[Notice]]:
    """Collect what is told inside; where nobody listens, it is lost."""
    heard: list[Notice] = []
    before = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(before)


@contextmanager
def hush() -> Iterator[None]:
    """Let nobody outside hear what is told inside."""
    with hearing():
        yield


def tell(file: Path, wrong: str) -> None:
    """Note that a kept file is not used."""
    heard = _HEARD.get()
    notice = Notice(file, wrong)
    if heard is not None and notice not in heard:
        heard.append(notice)


def told(notices: Sequence[Notice]) -> str:
    """One line for all that was noted, '' where nothing was."""
    if not notices:
        return ""
    first, *others = notices
    more = f", and {len(others)} more" if others else ""
    return f"not taken from the cache, but made anew: {first.file} {first.wrong}{more}"
