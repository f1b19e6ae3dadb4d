"""Hashes of source lines as GitHub's code scanning makes them, to know a finding whose line has moved.

A line's hash is that of the hundred characters from its start on, blanks and tabs left out: a polynomial in
37, modulo 2^64. What is the same of several lines of a file is told apart by an ordinal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import reduce
from itertools import accumulate
from pathlib import Path

from purposelint.domain.facts import SourceFile, Unreadable
from purposelint.domain.verdict import Finding
from purposelint.host.reading import read

_WINDOW = 100
_BASE = 37
_END = "\uffff"
"""Stands for the end of a file; zeros follow."""

_WIDE = re.compile("[\U00010000-\U0010ffff]")
"""Characters that the hash takes for two, since JavaScript does."""


def line_hashes_of(
    root: Path, findings: Iterable[Finding], unsaved: Iterable[SourceFile] = ()
) -> dict[tuple[str, int], str]:
    """The hash of each line at which a finding, or its data, begins; of `unsaved` files as they are given."""
    given = {one.path: one for one in unsaved}
    wanted: dict[str, set[int]] = {}
    for finding in findings:
        for place in (finding.place, finding.data):
            if place is not None and place.path:
                wanted.setdefault(place.path, set()).add(place.span.line)
    return {
        (path, line): found
        for path in sorted(wanted)
        for line, found in sorted(_of_file(given.get(path) or read(root, path), wanted[path]).items())
    }


def _of_file(source: SourceFile | Unreadable, wanted: AbstractSet[int]) -> Mapping[int, str]:
    return {} if isinstance(source, Unreadable) else hashes_of_lines(source.data, wanted)


def hashes_of_lines(data: bytes, wanted: AbstractSet[int]) -> dict[int, str]:
    """Hashes of some lines of a file, each as `hash:ordinal`; lines are counted as GitHub counts them."""
    text = _WIDE.sub(_pair, data.decode("utf-8", "replace"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    bare = [line.replace(" ", "").replace("\t", "") for line in lines]
    joined = "\n".join(bare) + _END
    made: dict[int, str] = {}
    seen: Counter[str] = Counter()
    starts = accumulate((len(line) + 1 for line in bare), initial=0)
    for number, start in enumerate(starts, start=1):
        if number > len(bare):
            break
        window = joined[start : start + _WINDOW]
        seen[window] += 1
        if number in wanted:
            made[number] = f"{_hash(window):x}:{seen[window]}"
    return made


def _hash(window: str) -> int:
    """The polynomial of a window, filled up with zeros."""
    value = reduce(lambda total, char: total * _BASE + ord(char), window, 0)
    return int(value * _BASE ** (_WINDOW - len(window)) % 2**64)


def _pair(found: re.Match[str]) -> str:
    """A wide character as the two halves that JavaScript makes of it."""
    rest = ord(found.group()) - 0x10000
    return chr(0xD800 + (rest >> 10)) + chr(0xDC00 + (rest & 0x3FF))
