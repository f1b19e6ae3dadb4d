"""`# expect: PUR101 identity.email` marks of the sample services and cases: read, and taken out.

The tool must never see them, since `# purpose: x  # expect: y` is one comment to Python. Run as a
script, it makes a copy of a folder without marks: `python3 tools/fixture_marks.py fixtures/shop ../shop`.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_MARK = re.compile(r"\s*# expect: (?P<marks>.+)$")
_ONE = re.compile(r"(?P<code>PUR\d{3})(?: (?P<element>[a-z_]+\.[a-z0-9_]+))?")


class Mark(NamedTuple):
    """One finding that a line earns; `element` is '' where the finding is about none."""

    path: str
    line: int
    code: str
    element: str

    def __str__(self) -> str:
        """`path:line: code element`."""
        return f"{self.path}:{self.line}: {self.code} {self.element}".rstrip()


def strip_marks(source: Path, target: Path) -> set[Mark]:
    """Copy a folder without the marks of its Python files; lines and columns stay. Returns the marks."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".purposelint_cache"))
    marks: set[Mark] = set()
    for file in sorted(target.rglob("*.py")):
        path = file.relative_to(target).as_posix()
        lines = file.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, 1):
            found = _MARK.search(line)
            if found:
                lines[number - 1] = line[: found.start()]
                marks.update(_marks_of(found["marks"], path, number))
        file.write_text("\n".join(lines), encoding="utf-8")
    return marks


def _marks_of(text: str, path: str, line: int) -> Iterable[Mark]:
    for part in text.split(";"):
        one = _ONE.fullmatch(part.strip())
        if one is None:
            raise ValueError(f"{path}:{line}: not a mark: {part.strip()!r}")
        yield Mark(path, line, one["code"], one["element"] or "")


if __name__ == "__main__":
    _, _source, _target = sys.argv
    strip_marks(Path(_source), Path(_target))
