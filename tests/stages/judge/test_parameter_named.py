"""`not-personal(name)`: the comment that the summary proposes for one of several parameters of a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.verdict import Finding
from purposelint.judge.declarations.directives import WHAT
from purposelint.report.one_source import denial_of
from support.pipeline import check_folder

_BEFORE = """\
import logging

logger = logging.getLogger(__name__)
"""


@pytest.mark.parametrize(
    "head",
    ["def hand(user, email: str, *, request=None):", "def hand(\n    user, email: str, *, request=None\n):"],
)
def test_what_ends_the_findings_of_a_parameter_names_it_among_others_of_its_line(
    tmp_path: Path, head: str
) -> None:
    text = f"{_BEFORE}\n{head}\n    logger.info(email)\n    logger.info(user.phone)\n"
    _write(tmp_path, text)
    first = next(one for one in _open(tmp_path) if one.element == "identity.email")
    assert first.source is not None
    lines = text.splitlines()
    lines[first.source.line - 1] += f"  {denial_of(first.source).replace(WHAT, 'a queue of a printer')}"
    _write(tmp_path, "\n".join(lines) + "\n")
    assert [(one.code, one.element) for one in _open(tmp_path)] == [("PUR101", "identity.phone")]


def test_a_name_that_is_no_parameter_of_the_line_is_told(tmp_path: Path) -> None:
    _write(tmp_path, f"{_BEFORE}\ndef hand(a, b):  # not-personal(emial): a queue\n    pass\n")
    assert [one.message for one in _open(tmp_path)] == [
        "no parameter `emial` stands on the line that this comment speaks of"
    ]


def _write(folder: Path, text: str) -> None:
    (folder / "app.py").write_text(text)


def _open(folder: Path) -> list[Finding]:
    return [one for one in check_folder(folder).findings if one.status == "open"]
