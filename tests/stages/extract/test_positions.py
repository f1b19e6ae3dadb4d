"""Every position is the one that LibCST's own, slow metadata give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import libcst as cst
import msgspec
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from purposelint.domain.expressions import Attr, Call, Fmt, Name, Sub
from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.domain.place import pack
from purposelint.extract import extract, lowering
from purposelint.extract.recorded import record
from purposelint.extract.scan import scan
from purposelint.extract.tokens import Tokens
from support.places import ROOT, SNAPSHOTS, SOURCE

_FILES = [
    *sorted(SOURCE.rglob("*.py"))[::4],
    *[SNAPSHOTS / "extract" / f"{name}.py" for name in ("comments", "expressions", "patterns", "strings")],
]

_FORMS = (
    "(f(x) + 1)\n",
    "((a.b).c(d))(e)\n",
    "((a) + (b, c)).d((e))\n",
    "(a.b)(c)(d).e[f](g)\n",
    "x = [(a, b) for (a, b) in (c(d)) if (e) if not (f)(g)]\n",
    "f(-a, *b, **c, d=-e, g=not h, i=lambda: j, k=...)\n",
    "f(..., a)\nx = (...)\nf(x, ...)[...]\n",
    "x: int = ...\ny(a)\n",
    "with (f(a)): pass\nwith (f(a) as b, (c(d)) as e,): pass\n",
    "match = 1\nmatch.x(match)\ncase = type = 2\ntype(x)\nprint(match)\n_ = 3\n_(x)\n",
    "match f(a), b:\n case {'k': c, **d} | [C(e, f=g), *_]: h(c)\n case ((i)) if (j(i)): k()\n case (): l\n",
    "x = not(a)\ny = a if(b)else(c)\nz = a and(b)or(c)\n",
    "x = a \\\n  + b(c)\n",
    "x = '''a\r\nb'''\r\nif y:\r\n\tf(z)\r\n",
    "𐐀 = 1; f(𐐀, '𐐁')\nz('😀', a.b)\nनाम = f(x·y)\n",
    'f(f"{a}", f"{b}"  f"{c}", d=f"{e["k"]:{g(h)}>{i}}", j=f"{k!r}" "l")\n',
    "f'''{a[\"b\"]\n + c(d)}''' rf'{e}\\'{f}'\ng(h)\n",
    "x = t'{a(b)}'\n",
    "x = 0xFF + 1e-5 + .5 + 5. + 1_0.0_1j + 0o17 + 5..real\nf(1if a else b)\n",
    "def f[T: (int, str), *Ts, **P](x: T, /, *, y: (int) = (1)) -> (T): return(x)\n",
    "class A(B, (C), metaclass=(M), **k): pass\nclass D(): x = e(f)\n",
    "@(a)\n@b((c)).d\nasync def f(): await(a)(b)\nx(y)\n",
    "if a: b; c(d); e\nelif (f): g(h);\nelse: i(j)\n",
    "x = {\n  'a': f(b),  # c\n  # d\n  (e): g(h),\n}\n",
    "del (a), b[c]\nraise(a)from(b)\nassert(a), b(c)\nglobal d, e\nf(g)\n",
    "from a import (b,\n c as d,)\nfrom . import *\nimport a.b as c, d.e\nf(g)\n",
    "print(*a, sep=(b))\nx = a[b:c(d), ::e, *f]\n",
)


def _our_points(node: object) -> Iterator[tuple[object, ...]]:
    """Kind, name and points of everything that carries some."""
    if isinstance(node, tuple):
        for each in node:
            yield from _our_points(each)
        return
    if not isinstance(node, msgspec.Struct):
        return
    if isinstance(node, Name):
        yield "name", node.id, node.at
    elif isinstance(node, Attr):
        yield "end of name", node.name, node.to
    elif isinstance(node, Call | Fmt):
        yield type(node).__name__, node.at, node.to
    elif isinstance(node, Sub):
        yield "Sub", node.to
    for field in node.__struct_fields__:
        yield from _our_points(getattr(node, field))


def _their_points(text: str) -> set[tuple[object, ...]]:
    points: set[tuple[object, ...]] = set()
    wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    for node, found in wrapper.resolve(PositionProvider).items():
        assert found is not None
        at = pack(found.start.line, found.start.column + 1)
        to = pack(found.end.line, found.end.column + 1)
        if isinstance(node, cst.Name):
            points |= {("name", node.value, at), ("end of name", node.value, to)}
        elif isinstance(node, cst.Call):
            points.add(("Call", at, to))
        elif isinstance(node, cst.FormattedString | cst.ConcatenatedString | cst.TemplatedString):
            points.add(("Fmt", at, to))
        elif isinstance(node, cst.Subscript):
            points.add(("Sub", to))
    return points


def _compare(text: str) -> None:
    facts = extract(SourceFile("module.py", text.encode()))
    assert isinstance(facts, FileFacts), facts
    ours = set(_our_points((facts.functions, facts.classes)))
    theirs = _their_points(text)
    assert ours - theirs == set()
    assert {point for point in theirs if point[0] == "Call"} - ours == set()


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_positions_in_whole_files(path: Path) -> None:
    _compare(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", _FORMS)
def test_positions_in_odd_forms(text: str) -> None:
    _compare(text)


@pytest.mark.parametrize("text", _FORMS)
def test_no_form_needs_the_slow_tokens(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("purposelint.extract.recorded.record")
    assert isinstance(extract(SourceFile("module.py", text.encode())), FileFacts)


@pytest.mark.parametrize("path", _FILES[::5], ids=lambda path: str(path.relative_to(ROOT)))
def test_tokens_as_libcst_prints_them_give_the_same_facts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = path.read_bytes()
    expected = extract(SourceFile("module.py", data))
    monkeypatch.setattr(lowering, "scan", record)
    assert extract(SourceFile("module.py", data)) == expected


def test_a_wrong_scan_is_noticed_and_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "user = load(1)\nlog(user.email)\n"
    expected = extract(SourceFile("module.py", text.encode()))

    def wrong(text: str) -> Tokens:
        tokens = scan(text)
        tokens.texts[tokens.texts.index("email")] = "phone"
        return tokens

    monkeypatch.setattr(lowering, "scan", wrong)
    assert extract(SourceFile("module.py", text.encode())) == expected


def test_positions_stand_behind_form_feeds_and_byte_order_marks() -> None:
    facts = extract(SourceFile("module.py", b"\xef\xbb\xbfa\n\x0cdef f(): b\n\x0c\nc\r\nd\n"))
    assert isinstance(facts, FileFacts)
    names = [point[1:] for point in _our_points(facts.functions) if point[0] == "name"]
    assert names == [
        ("a", pack(1, 1)),
        ("c", pack(4, 1)),
        ("d", pack(5, 1)),
        ("b", pack(2, 11)),
    ]


def test_old_line_ends_count() -> None:
    facts = extract(SourceFile("module.py", b"a\rf(b)\r"))
    assert isinstance(facts, FileFacts)
    assert facts.lines == 2
    assert ("name", "b", pack(2, 3)) in set(_our_points(facts.functions))


def test_columns_beyond_the_last_are_clamped() -> None:
    facts = extract(SourceFile("module.py", b"x = '" + b"a" * 5000 + b"', f(y.zzz)\nw = v\n"))
    assert isinstance(facts, FileFacts)
    points = set(_our_points(facts.functions))
    assert ("end of name", "zzz", pack(1, 5000)) in points
    assert ("name", "v", pack(2, 5)) in points
