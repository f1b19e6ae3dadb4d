"""Places that users name: files and folders, and single lines as `FILE:LINE`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import click

PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(:[0-9]+)?", re.DOTALL)


def places_of(given: Iterable[str]) -> tuple[tuple[Path, ...], dict[Path, set[int] | None]]:
    """Paths, each once, and the lines asked for of each file: None for all of them."""
    lines: dict[Path, set[int] | None] = {}
    for word in given:
        path, line = _place(word)
        known = lines.setdefault(path, set())
        if line is None or known is None:
            lines[path] = None
        else:
            known.add(line)
    return tuple(lines), lines


def _place(word: str) -> tuple[Path, int | None]:
    path = Path(word)
    found = PLACE.fullmatch(word)
    if path.exists() or found is None:
        return path, None
    path, line = Path(found["path"]), int(found["line"])
    if path.is_file():
        check_line(path, path, line)
    return path, line


def check_line(given: Path, file: Path, line: int) -> None:
    """Refuse a line that the file does not have, naming the file that was meant by what was given.

    A file that cannot be read is left to whoever reads it next.
    """
    try:
        last = len(file.read_bytes().splitlines())
    except OSError:
        return
    if not 1 <= line <= max(last, 1):
        message = f"{given} has no line {line}, its last is {last} (looked at {file.resolve()})."
        raise click.BadParameter(message, param_hint="'FILE:LINE'")
