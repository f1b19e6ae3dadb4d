"""Comments reworded and taken out, with what held them and nothing besides."""

from __future__ import annotations

import pytest

from purposelint.domain.facts import SourceFile
from purposelint.domain.mended import Reworded
from purposelint.domain.place import Span
from purposelint.edit import reword, stretch

ONE, TWO = "# purpose: a", "# purpose: b"


def _span(text: str, part: str) -> Span:
    at = text.index(part)
    line, column = text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
    return Span(line, column, line, column + len(part))


def _reworded(text: str, changes: dict[str, str], encoding: str = "utf-8") -> str:
    wanted = [Reworded(_span(text, part), to) for part, to in changes.items()]
    found = reword(SourceFile("app.py", text.encode(encoding)), wanted)
    assert found.left == ()
    for line, code in enumerate(text.encode(encoding).splitlines(), 1):
        if code.strip() and not code.strip().startswith(b"#"):
            now = found.edit.after.splitlines()[found.edit.moved(line) - 1]
            assert now.startswith(code.split(b"#")[0].rstrip())
    return found.edit.after.decode(encoding)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"x = 1  {ONE}\n", "x = 1\n"),
        (f"x = 1  {ONE}", "x = 1"),
        (f"x = 1  {ONE}  \r\ny\r\n", "x = 1\r\ny\r\n"),
        (f"x = 1  # noqa  {ONE}\n", "x = 1  # noqa\n"),
        (f"x = 1  {ONE}  # noqa\n", "x = 1    # noqa\n"),
        (f"def f():\n    {ONE}\n    pass\n", "def f():\n    pass\n"),
        (f"{ONE}\n\nx = 1\n", "\nx = 1\n"),
        (f"x = (1,  {ONE}\n     2)\n", "x = (1,\n     2)\n"),
        (f"\x0c{ONE}\nx = 1\n", "x = 1\n"),
    ],
)
def test_taken_out(before: str, after: str) -> None:
    assert _reworded(before, {ONE: ""}) == after


def test_several_of_one_line() -> None:
    line = f"x = 1  {ONE}  {TWO}  # why\n"
    assert _reworded(line, {f"{ONE}  ": "", f"{TWO}  ": ""}) == "x = 1  # why\n"
    last = f"x = 1  {ONE}  {TWO}\n"
    assert _reworded(last, {f"{ONE}  ": "", TWO: ""}) == "x = 1\n"
    assert _reworded(last, {f"{ONE}  ": "# purpose: c", TWO: ""}) == "x = 1  # purpose: c\n"


def test_other_words_and_other_bytes() -> None:
    text = "# coding: latin-1\r\ns = 'é'  # purpose: a  # é\r\n"
    assert _reworded(text, {f"{ONE}  ": TWO}, "latin-1") == text.replace(ONE, TWO)


@pytest.mark.parametrize("span", [Span(1, 1, 1, 4), Span(1, 1, 2, 4), Span(9, 1, 9, 4), Span(2, 6, 2, 20)])
def test_where_no_comment_stands_nothing_is_done(span: Span) -> None:
    source = SourceFile("app.py", b"x = 1\ns = '# purpose: a'\n")
    found = reword(source, [Reworded(span, "")])
    assert found.edit.after == source.data
    assert len(found.left) == 1


def test_what_stands_in_a_stretch() -> None:
    source = SourceFile("app.py", f"x = 1  {ONE}  # noqa\n".encode())
    assert stretch(source, Span(1, 8, 1, 8 + len(ONE) + 2)) == ONE
    assert stretch(source, Span(1, 1, 1, 5)) == ""
    assert stretch(SourceFile("app.py", b"\xff"), Span(1, 1, 1, 5)) == ""
