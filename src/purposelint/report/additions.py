"""What goes into a file that is there already, of what `init` would have written, and where in it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from purposelint.report import beginnings

_REPOS = re.compile(r"repos[ \t]*:[ \t]*(?:#.*)?")
_ITEM = re.compile(r"( *)- ")
_IS_TOP = re.compile(r"[^\s#-]")
_HOOK = re.compile(r"^[ \t-]*id[ \t]*:[ \t]*[\"']?purposelint(?:-full)?[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_JOB = re.compile(r"^[\"']?purposelint[\"']?[ \t]*:", re.MULTILINE)


class Addition(NamedTuple):
    """What is to be put into a file by hand, and where; no `text` where nothing is missing."""

    text: str
    where: str


def addition(path: str, text: str, there: str) -> Addition | None:
    """What a file that says `there` lacks of a `text` for it; None where that is not told apart."""
    if path == beginnings.HOOKS:
        return _hooks(text, there)
    if path == beginnings.GITLAB:
        return (
            Addition("", "has a job purposelint") if _JOB.search(there) else Addition(text, "Add to its end:")
        )
    return None


def _hooks(text: str, there: str) -> Addition:
    """The items of `repos`, indented as those that are there, behind the last of which they belong."""
    if _HOOK.search(there):
        return Addition("", "has a hook purposelint")
    items = textwrap.dedent(text.partition("\n")[2])
    lines = there.splitlines()
    begin = next((at for at, line in enumerate(lines) if _REPOS.fullmatch(line.rstrip())), None)
    if begin is None:
        return Addition(text if "repos" not in there else items, _WHERE.format(""))
    last, indent = _list_below(lines, begin)
    return Addition(textwrap.indent(items, indent), _WHERE.format(f", behind line {last + 1}"))


_WHERE = "Add to its list `repos`{}:"


def _list_below(lines: Sequence[str], begin: int) -> tuple[int, str]:
    """The last line of a list below a key of a document, and how its items are indented."""
    last, indent = begin, None
    for at in range(begin + 1, len(lines)):
        line = lines[at]
        if _IS_TOP.match(line) or line.startswith("---"):
            break
        if line.strip() and not line.startswith("#"):
            last = at
        found = _ITEM.match(line)
        indent = found[1] if found and indent is None else indent
    return last, "  " if indent is None else indent
