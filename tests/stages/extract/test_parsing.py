"""The parser checks no node; a tree that is built is checked, and what is parsed would pass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import libcst as cst
import pytest

from purposelint.extract.parsing import parse
from purposelint.extract.tokens import ScanError

ROOT = Path(__file__).resolve().parents[3]
SOURCES = sorted([*(ROOT / "fixtures").rglob("*.py"), *(ROOT / "tests" / "cases").glob("*.py")])

TIGHT = """
a = 1if x else 2
b = [1for y in z]if(c)else(d)
c = not(x)or(y)and-1
assert(x), lambda*a, **b: (yield)
raise(x)from(y)
from.a import(b)
for(x)in(y):del(a), b
with(a)as(b):await_ = 1 .real
"""


def _nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += each.children


def test_a_tree_that_is_built_is_checked_before_and_after_parsing() -> None:
    for text in ("x = 1\n", "x = = 1\n", "\udc80"):
        with pytest.raises(cst.CSTValidationError):
            cst.Name("")
        try:
            parse(text)
        except (cst.ParserSyntaxError, ScanError):
            continue
    with pytest.raises(cst.CSTValidationError):
        cst.Name("")


def test_what_is_parsed_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[cst.CSTNode] = []
    monkeypatch.setattr("purposelint.extract.parsing._checked", checked.append)
    parse("x = 1\n")
    assert checked == []
    cst.Name("x")
    assert len(checked) == 1


@pytest.mark.parametrize("source", SOURCES[::4], ids=lambda path: path.stem)
def test_what_is_parsed_would_pass(source: Path) -> None:
    for node in _nodes(parse(source.read_text())):
        node._validate()


def test_what_is_written_without_spaces_would_pass() -> None:
    for node in _nodes(parse(TIGHT)):
        node._validate()
