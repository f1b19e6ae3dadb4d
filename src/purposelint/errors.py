"""Failures typed by who must act."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class InputMistake:
    """One mistake in what the user gave: file, key (`the 4th [[permit]], purposes`), what and how to mend it.

    `which` is what else tells the table of the key from others: `clause 1.3`.
    """

    path: str
    key: str
    message: str
    line: int = 0
    which: str = ""

    def __str__(self) -> str:
        """`file:line: key: message`, with `which` behind the table; parts that are not known left out."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        table, bounds, inside = self.key.partition("]]")
        key = f"{table}{bounds} ({self.which}){inside}" if self.which else self.key
        return ": ".join(part for part in (where, key, self.message) if part)


class InputError(Exception):
    """The user's input is unusable; carries every mistake found, not just the first (exit code 2)."""

    def __init__(self, mistakes: tuple[InputMistake, ...]) -> None:
        """Keep the mistakes in order, each once."""
        self.mistakes = tuple(dict.fromkeys(mistakes))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[InputMistake, ...]]]:
        """Survive the way between processes."""
        return type(self), (self.mistakes,)


def raised_at(error: Exception) -> str:
    """File and line that raised an error, as `freeze.py:270`; '' where it was never raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
