"""The page of docs/ that tells, feature by feature, what the flow analysis carries; made from tests/cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEAD = """What the analysis follows of the language, what it approximates, and where it is known to be wrong.
Each row is a file of `tests/cases`, whose marked lines must speak and whose other lines must stay silent.
The column "open" counts the lines of `tests/cases_open`: flows that are still missed, and alarms that are
still false."""
_OPEN = re.compile(r"# open: (missing|false) ")
_DOCSTRING = re.compile(r'"""(.*?)"""', re.DOTALL)
_LABELS = ("Feature", "How we carry it", "What is approximated")


def rows() -> Iterator[tuple[str, ...]]:
    """Feature, how it is carried, what is approximated and what is open, in order of the files."""
    for case in sorted((ROOT / "tests" / "cases").glob("*.py")):
        said = _said(case)
        if said:
            yield (*(said.get(label, "") for label in _LABELS), _open(case.name), f"`{case.stem}`")


def _said(case: Path) -> dict[str, str]:
    """The labelled sentences of a case's docstring; none where it is not about a feature.

    Read as text: a case may be written in a newer grammar than the one that runs this.
    """
    docstring = _DOCSTRING.match(case.read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    label = ""
    for line in docstring.group(1).splitlines() if docstring else ():
        head, colon, rest = line.partition(":")
        begins = bool(colon) and head in _LABELS
        label = head if begins else label
        if label:
            found[label] = f"{found.get(label, '')} {(rest if begins else line).strip()}".strip()
    return found if "Feature" in found else {}


def _open(name: str) -> str:
    file = ROOT / "tests" / "cases_open" / name
    kinds = _OPEN.findall(file.read_text(encoding="utf-8")) if file.is_file() else []
    told = [f"{kinds.count(kind)} {kind}" for kind in ("missing", "false") if kind in kinds]
    return ", ".join(told)
