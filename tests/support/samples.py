"""The samples of declarations as purposelint gets to see them: without their marks."""

from __future__ import annotations

import re
from pathlib import Path

from fixture_marks import Mark, strip_marks
from support.places import ROOT

SAMPLES = ROOT / "tests" / "samples"
_READS = re.compile(r"\s*# reads: (?P<reads>.+)$")


def unmarked(target: Path) -> tuple[set[Mark], set[str]]:
    """Copy the samples without their marks; gives the findings expected and what is to be read."""
    expected = strip_marks(SAMPLES, target)
    reads: set[str] = set()
    for file in sorted(target.rglob("*.py")):
        lines = file.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, 1):
            found = _READS.search(line)
            if found:
                reads.update(f"{file.name}:{number}: {part.strip()}" for part in found["reads"].split(";"))
                lines[number - 1] = line[: found.start()]
        file.write_text("\n".join(lines), encoding="utf-8")
    return expected, reads
