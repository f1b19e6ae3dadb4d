"""Workflow commands as GitHub's runner reads them: the grammar alone, written from its documentation."""

from __future__ import annotations

import re
from typing import NamedTuple

_ESCAPED = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_ESCAPED_IN_PROPERTIES = (*_ESCAPED[:2], ("%3A", ":"), ("%2C", ","), _ESCAPED[2])


class Command(NamedTuple):
    """One command of a log: its name, its properties, its message."""

    name: str
    properties: dict[str, str]
    message: str


def commands(log: str) -> tuple[list[Command], list[str]]:
    """The commands of a log, and the lines that are none. Old ones (`##[...]`) count wherever they stand."""
    found: list[Command] = []
    others: list[str] = []
    for line in log.splitlines():
        old = re.search(r"##\[([^\]\s]+)", line)
        new = re.match(r"\s*::([^:\s]+)(?: (.*?))?::(.*)", line)
        if old:
            found.append(Command(old.group(1), {}, line))
        elif new:
            name, properties, message = new.groups("")
            pairs = (pair.partition("=") for pair in properties.split(",") if pair)
            read = {key: _unescaped(value, _ESCAPED_IN_PROPERTIES) for key, _, value in pairs}
            found.append(Command(name, read, _unescaped(message, _ESCAPED)))
        else:
            others.append(line)
    return found, others


def _unescaped(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for escape, char in table:
        text = text.replace(escape, char)
    return text
