"""Pages with steps to follow say what happens: every command on them is run in a copy, every output compared.

`make snapshots` writes changed outputs into the pages; read their diff before you commit it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from support.guided import Walk, commands, reader
from support.places import ROOT

pytestmark = pytest.mark.skipif(
    not all(shutil.which(program) for program in ("git", "bash")), reason="no git or no bash here"
)


@pytest.mark.parametrize("name", ["tutorial.md", "why.md"])
def test_what_the_page_shows_is_what_happens(name: str, tmp_path: Path) -> None:
    page = ROOT / "docs" / name
    text = page.read_text(encoding="utf-8")
    walk = reader(tmp_path)
    now = walk.follow(text)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        page.write_text(now, encoding="utf-8")
    assert text.count("```console") > 5
    assert not walk.wrong, (
        "`make snapshots` writes them anew, but for those shortened by a line `...`\n" + "\n".join(walk.wrong)
    )


def _walk(tmp_path: Path) -> Walk:
    return reader(tmp_path)


def test_a_stale_output_is_told(tmp_path: Path) -> None:
    walk = _walk(tmp_path)
    now = walk.follow("```console\n$ echo one\ntwo\n$ false\n$ echo $?\n1\n```\n")
    assert now == "```console\n$ echo one\none\n$ false\n$ echo $?\n1\n```\n"
    assert len(walk.wrong) == 1


def test_lines_may_be_left_out_where_the_page_says_so(tmp_path: Path) -> None:
    walk = _walk(tmp_path)
    walk.follow("```console\n$ seq 5\n1\n...\n5\n```\n")
    assert walk.wrong == []
    walk.follow("```console\n$ seq 5\n1\n...\n4\n```\n")
    assert len(walk.wrong) == 1


def test_a_change_that_does_not_fit_is_told(tmp_path: Path) -> None:
    walk = _walk(tmp_path)
    walk.follow("```python\n# here/a.py\nx = 1\n```\n")
    walk.follow("```diff\n--- a/here/a.py\n+++ b/here/a.py\n@@ -1 +1 @@\n-x = 2\n+x = 3\n```\n")
    assert (walk.folder / "here" / "a.py").read_text() == "x = 1\n"
    assert len(walk.wrong) == 1


def test_commands_are_told_from_what_they_print() -> None:
    assert list(commands("$ a b\nc\nd\n$ e\n")) == [("a b", "c\nd\n"), ("e", "")]
