"""The parser builds our nodes with the fields of LibCST's own; nothing of LibCST is loaded or changed."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import libcst as cst
import pytest

from purposelint.extract import nodes, parsing
from purposelint.extract.parsing import parse
from purposelint.extract.tokens import ScanError

ROOT = Path(__file__).resolve().parents[3]
BROKEN = "unreadable.py"
"""The case that no parser reads, on purpose."""

SOURCES = sorted(
    path
    for path in (*(ROOT / "fixtures").rglob("*.py"), *(ROOT / "tests" / "cases").glob("*.py"))
    if path.name != BROKEN
)

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

FORMS = """
@deco  # why
class A[T: int = str](B, metaclass=M):  # c
    type X[*P, **Q] = int
    async def f(self, a, /, b: int = 1, *c, d, **e) -> None:
        async with x as y, z:
            async for i in j:
                yield from k
        nonlocal q; global r
        return f"{a!r:>{w}}" "b", t"{c=}", [*a, b], {**a, "k": 1}, {1, 2}
        (x for y in z if w async for v in u)
try:
    x[1:2:3, ...] += -1 ** ~2
except* (A, B) as e:
    raise
else:
    lambda: 0
finally:
    del a, b
match v:
    case [1, *r] | {"k": z, **rest} | C(a, b=c) | None as n if n: pass
    case (1, 2) | -1.5j | "s" | a.b: ...
while (n := 1) is not None and not x or y not in z: break
from . import (a as b,)
"""


def _concrete() -> dict[str, type[cst.CSTNode]]:
    abstract = {"CSTNode", "MatchPattern", "MatchSequence"}
    return {
        name: each
        for name, each in vars(cst).items()
        if isinstance(each, type) and issubclass(each, cst.CSTNode) and not name.startswith("Base")
        if name not in abstract
    }


def _left_out(node: type[cst.CSTNode]) -> set[str]:
    defaults = (None, cst.MaybeSentinel.DEFAULT)
    return {field.name for field in dataclasses.fields(node) if field.default in defaults}


def test_every_node_and_what_may_be_left_out_of_it_is_libcsts_own() -> None:
    ours = {
        **{name: set(fields) for name, fields in nodes.OPTIONAL.items()},
        **{n: set() for n in nodes.PLAIN},
    }
    theirs = {name: _left_out(node) for name, node in _concrete().items()}
    assert {name: ours[name] for name in theirs.keys() & ours.keys()} == {
        name: theirs[name] for name in theirs.keys() & ours.keys()
    }
    assert theirs.keys() - ours.keys() - nodes.UNSEEN == set()
    assert not ours.keys() & (nodes.UNSEEN - {"Newline", "ParamSlash"})


def _same(ours: object, theirs: object, way: str) -> None:
    """Hold a part of our tree against the same of LibCST's."""
    if theirs is None or theirs is cst.MaybeSentinel.DEFAULT:
        assert ours is None or ours is theirs, way
    elif isinstance(theirs, (list, tuple)):
        assert isinstance(ours, (list, tuple)), way
        assert len(ours) == len(theirs), way
        for number, pair in enumerate(zip(ours, theirs, strict=True)):
            _same(*pair, f"{way}[{number}]")
    elif not isinstance(theirs, cst.CSTNode):
        assert ours == theirs, way
    elif type(theirs).__name__ in nodes.UNSEEN:
        assert nodes.is_there(ours), way
    else:
        assert type(ours).__name__ == type(theirs).__name__, way
        for field in dataclasses.fields(theirs):
            # What `!=` is written as has a default; `<>` is no Python that we read.
            own = getattr(ours, field.name, field.default)
            _same(own, getattr(theirs, field.name), f"{way}.{field.name}")


@pytest.mark.parametrize("source", SOURCES[::4], ids=lambda path: path.stem)
def test_our_tree_is_libcsts_tree(source: Path) -> None:
    text = source.read_text()
    _same(parse(text), cst.parse_module(text), "module")


@pytest.mark.parametrize("text", ["", "# only a comment\n", TIGHT, FORMS], ids=["", "#", "tight", "forms"])
def test_our_tree_of_odd_forms_is_libcsts_tree(text: str) -> None:
    _same(parse(text), cst.parse_module(text), "module")


def test_libcst_is_as_it_was_after_a_parse_that_succeeds_and_one_that_fails() -> None:
    for text in ("x = 1\n", "x = = 1\n", "\udc80"):
        try:
            parse(text)
        except (nodes.ParserSyntaxError, ScanError):
            assert text != "x = 1\n"
        assert sys.modules["libcst"] is cst
        assert isinstance(cst.parse_module("x = 1\n"), cst.Module)
        with pytest.raises(cst.ParserSyntaxError):
            cst.parse_module("x = = 1\n")


_ALONE = """
import sys
from purposelint.domain.facts import SourceFile
from purposelint.extract import extract
assert extract(SourceFile("a.py", b"x = 1")).lines == 1
assert "syntax" in extract(SourceFile("a.py", b"x = = 1")).reason
assert "libcst" not in sys.modules, "loaded"
import libcst
assert libcst.parse_module("x  =  1").code == "x  =  1"
assert extract(SourceFile("a.py", b"x = 1")).lines == 1
"""


def test_files_are_read_without_loading_libcst_and_libcst_can_be_loaded_later() -> None:
    subprocess.run([sys.executable, "-c", _ALONE], check=True, timeout=60)


def test_a_node_of_a_newer_libcst_is_made_as_it_comes() -> None:
    made = nodes.Unheard(value=nodes.Name(value="x"), items=(nodes.Name(value="y"),))  # type: ignore[attr-defined]
    assert [each.value for each in nodes.children(made)] == ["x", "y"]  # type: ignore[attr-defined]
    assert type(made) is nodes.Unheard  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        _ = nodes.unheard  # type: ignore[attr-defined]


def test_a_parser_that_builds_other_nodes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_native", lambda: SimpleNamespace(parse_module=cst.parse_module))
    with pytest.raises(ScanError, match="does not accept"):
        parse("x = 1\n")
