"""Failures typed by who must act."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class InputMistake:
    """One mistake in what the user gave: file, key path (`permit[3].purposes`), what and how to mend it."""

    path: str
    key: str
    message: str
    line: int = 0

    def __str__(self) -> str:
        """`file:line: key: message`, parts that are not known left out."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        return ": ".join(part for part in (where, self.key, self.message) if part)


class InputError(Exception):
    """The user's input is unusable; carries every mistake found, not just the first (exit code 2)."""

    def __init__(self, mistakes: tuple[InputMistake, ...]) -> None:
        """Keep the mistakes in order, each once."""
        self.mistakes = tuple(dict.fromkeys(mistakes))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[InputMistake, ...]]]:
        """Survive the way between processes."""
        return type(self), (self.mistakes,)
