"""What a command prints on a terminal: who sees it, and how a command says that it is there to show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.verdict import Finding
from purposelint.judge.declarations.directives import WHY
from purposelint.report.concise import concise
from support.pipeline import check_folder

_LOGGED = "import logging\n\n\ndef show(password, rest):\n    logging.info({0})\n"
_PRINTED = "def show(password, rest):\n    print({0})\n"


def _one(folder: Path, text: str) -> Finding:
    (folder / "app.py").write_text(text)
    (finding,) = (one for one in check_folder(folder).findings if one.status == "open")
    return finding


@pytest.mark.parametrize(
    ("text", "who"), [(_LOGGED, "reads the log"), (_PRINTED, "sees the terminal or its log")]
)
def test_who_may_read_it_is_told_of_a_log_and_of_a_terminal(tmp_path: Path, text: str, who: str) -> None:
    message = _one(tmp_path, text.format("password")).message
    assert f"(CWE-532: whoever {who} could log in with it)" in message
    assert ("purposelint: ignore" in message) == (text == _PRINTED)


def test_the_suppression_that_a_message_names_ends_the_finding(tmp_path: Path) -> None:
    text = _PRINTED.format("password")
    comment = _one(tmp_path, text).message.partition("says so: ")[2]
    (tmp_path / "app.py").write_text(f"{text.rstrip()}  {comment.replace(WHY, 'a tool that sets it')}\n")
    assert [one.code for one in check_folder(tmp_path).findings if one.status == "open"] == []


def test_an_expression_with_ends_of_lines_in_its_texts_is_told_without_them(tmp_path: Path) -> None:
    message = _one(tmp_path, _PRINTED.format(r"' \\\n '.join([password])")).message
    assert "`' '.join([password])`" in message
    assert r"`'C:\\new' + password`" in _one(tmp_path, _PRINTED.format(r"'C:\\new' + password")).message


def test_a_line_gives_the_clause_alone(tmp_path: Path) -> None:
    _one(tmp_path, _PRINTED.format("password"))
    assert (
        concise(check_folder(tmp_path))
        .split("\n")[0]
        .endswith(" purpose. No purpose can permit it (CWE-532)")
    )
