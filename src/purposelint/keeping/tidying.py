"""Which files of a folder are ours, and which of them go first."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from purposelint.keeping.opening import TEMPORARY

KINDS = {
    "facts": "facts of files",
    "contents": "hashes of files' contents",
    "flows": "flows of whole programs",
    "known": "who leaves what where, and texts of functions",
    "told": "what the last run over the project told",
    "verdict": "results of whole runs",
    "aside": "flows of files that are left out, for reports",
    "revision": "revisions that others were compared with",
    "rules": "rules as they were read",
}
"""What is kept, by the first word of a file's name."""

_NEEDED = {"contents": 1, "facts": 2}
"""Kinds that every run needs, the one that costs most last: they go last."""

_NAME = re.compile(rf"({'|'.join(KINDS)})-[0-9a-f]+(-[0-9a-f]+)?\.bin")
_UNFINISHED = re.compile(
    rf"(key|CACHEDIR|\.gitignore|({'|'.join(KINDS)})-[0-9a-f-]+)\.[0-9a-f]{{8}}{re.escape(TEMPORARY)}"
)
_FORSAKEN = 3600.0
"""Seconds after which nobody is writing a file any more."""


@dataclass(frozen=True, slots=True)
class Ours:
    """A file of ours in a folder; `kind` is '' for one that a killed run left unfinished."""

    file: Path
    kind: str
    size: int
    written: float


def has_our_name(name: str) -> bool:
    """Whether a file of this name would be found again."""
    return _NAME.fullmatch(name) is not None


def is_unfinished(name: str) -> bool:
    """Whether a name is that of a file that was never moved to its place."""
    return _UNFINISHED.fullmatch(name) is not None


def ours(folder: Path) -> Iterator[Ours]:
    """Our files in a folder, in no order; links and folders are nobody's. Raises OSError."""
    with os.scandir(folder) as found:
        for each in found:
            known, left = _NAME.fullmatch(each.name), is_unfinished(each.name)
            if not (known or left):
                continue
            with suppress(FileNotFoundError):  # another run may tidy at the same time
                status = each.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode):
                    kind = known[1] if known else ""
                    yield Ours(Path(each.path), kind, status.st_size, status.st_mtime)


def tidy(folder: Path, written: str, newest: int, bound: int) -> None:
    """Leave the newest few of a written file's kind, nothing forsaken, and no more bytes than the bound."""
    found = sorted(ours(folder), key=lambda each: (each.file.name == written, each.written, each.file.name))
    kind = written.partition("-")[0]
    same = [each for each in found if each.kind == kind]
    limit = time.time() - _FORSAKEN
    gone = [*same[:-newest], *(each for each in found if not each.kind and each.written < limit)]
    kept = [each for each in found if each not in gone]
    over = sum(each.size for each in kept) - bound
    for each in sorted(kept, key=lambda each: _NEEDED.get(each.kind, 0)):
        if over <= 0:
            break
        gone.append(each)
        over -= each.size
    for each in gone:
        each.file.unlink(missing_ok=True)
