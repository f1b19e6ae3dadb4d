"""Bytes that are no program, and programs made to hurt the parser: a reason each, never a crash."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.domain.limits import STANDARD
from purposelint.extract import extract
from purposelint.extract.limits import MAX_BYTES


def _reason(data: bytes) -> tuple[str, int]:
    result = extract(SourceFile("x.py", data))
    assert isinstance(result, Unreadable), result
    return result.reason, result.line


@pytest.mark.parametrize(
    ("data", "reason", "line"),
    [
        (b"x = '\xe9'\n", "its encoding is not known", 1),
        (b"a\nb\nx = '\xe9'\n", "it is not utf-8 text", 3),
        (b"# coding: klingon\n", "its encoding is not known", 1),
        (b"# coding: rot13\nn\n", "it is not rot13 text", 0),
        (b"# coding: utf-16\n", "", 0),
        (b"a\nb = 1\0\n", "it contains a NUL byte", 2),
        (b"a\nb = = 1\n", "a syntax error", 2),
        (b"a\nprint 'b'\n", "a syntax error", 2),
        (b"f(\n  a,\n", "the bracket ( is never closed", 1),
        (b"a\nf(]\n", "the bracket ] closes nothing", 2),
        (b"a\nb = 'c\n", "a string is never closed", 2),
        (b"a\nb = f'{c'\n", "an f-string", 2),
        (b"if a:\n  b\n c\n", "a syntax error", 0),
        (b"x" * (MAX_BYTES + 1), "it is larger than 64 MB", 0),
    ],
)
def test_no_program(data: bytes, reason: str, line: int) -> None:
    found, found_line = _reason(data)
    assert found.startswith(reason)
    if line:
        assert found_line == line


_BOMBS = {
    "sum": "x = " + "+".join(["a"] * 20_000),
    "sum over lines": "x = (" + "\n+".join(["a"] * 20_000) + ")",
    "sum over continued lines": "x = " + "\\\n+".join(["a"] * 20_000),
    "sum behind brackets": "x = " + "+".join(["f(\n)"] * 20_000),
    "attributes": "x = a" + ".b" * 50_000,
    "round brackets": "x = " + "(" * 4_000 + ")" * 4_000,
    "square brackets": "x = " + "[" * 2_000 + "]" * 2_000,
    "curly brackets": "x = " + "{a:" * 2_000 + "1" + "}" * 2_000,
    "brackets in an f-string": "x = f'{" + "(" * 4_000 + "a" + ")" * 4_000 + "}'",
    "f-string specifications": "x = f'" + "{a:" * 5_000 + "}" * 5_000 + "'",
    "f-strings in f-strings": "x = " + 'f"{' * 5_000 + "a" + '}"' * 5_000,
    "calls of calls": "x = f" + "()" * 5_000,
    "calls over lines": "x = f" + "(\n)" * 5_000,
    "sum in an f-string": "x = f'{" + "+".join(["a"] * 20_000) + "}'",
    "sum of f-strings": "x = " + "+".join(["f'{a}'"] * 20_000),
    "minuses": "x = " + "-" * 50_000 + "a",
    "nots": "x = " + "not " * 50_000 + "a",
    "lambdas": "x = " + "lambda: " * 20_000 + "a",
    "conditions": "x = " + "a if b else " * 20_000 + "c",
    "elifs": "if a: pass\n" + "elif a: pass\n" * 20_000,
    "indents": "".join(" " * level + "if a:\n" for level in range(500)) + " " * 500 + "pass\n",
    "patterns": "match a:\n case " + "[" * 50 + "b" + "]" * 50 + ":\n  pass\n",
    "patterns behind a comment": "match a:\n # \\\n case " + "[" * 50 + "b" + "]" * 50 + ":\n  pass\n",
    "mappings": "match a:\n case " + "{1:" * 20 + "b" + "}" * 20 + ":\n  pass\n",
    "targets of del": "del " + "(" * 40 + "a" + ",)" * 40,
    "open brackets": "x = " + "f(" * 50_000,
    "commas do not hide it": "x = [a, " + "-" * 50_000 + "a, b]",
}


_WORDS = STANDARD.file_words
_TOO_MANY = "it is too large to analyse: more than 400,000 words and lines (limits.file-words)"


def _panics(text: str) -> None:
    raise MemoryError(text[:0])


@pytest.mark.parametrize("text", ["x = [" + "1," * _WORDS + "]", "\n" * _WORDS], ids=["items", "lines"])
def test_what_would_take_gigabytes_is_not_parsed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purposelint.extract.lowering.parse", _panics)
    assert _reason(text.encode()) == (_TOO_MANY, 0)


def test_memory_that_is_used_up_is_not_told_as_depth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purposelint.extract.lowering.parse", _panics)
    assert (
        _reason(b"x = 1\n")[0]
        == "it is too large to analyse: the memory given to one file is used up (limits.worker-megabytes)"
    )


@pytest.mark.parametrize("text", _BOMBS.values(), ids=_BOMBS.keys())
def test_bombs_are_refused(text: str) -> None:
    reason, _ = _reason(text.encode())
    assert reason


_DEEP_BUT_FINE = {
    "sum": "x = " + " + ".join(["f(a)"] * 200),
    "long sum": "x = " + "+".join(["a"] * 450),
    "attributes": "x = a" + ".b" * 200,
    "long f-string": "x = f'" + "<p class=a>" * 300 + "{b}" + "<br>" * 500 + "' + c",
    "f-string over lines": "x = t'''"
    + "# it is <b>{a.b}</b>{c!r:>{d}} [(\n" * 500
    + "'''"
    + "\ny = "
    + "a" * 300,
    "f-string of many fields": "x = f'" + "{a}" * 900 + "' f'" + "{b + c}" * 900 + "'",
    "builder": "x = a" + ".b(c)" * 60,
    "case as a name": "x = f(case(" + "g(" * 20 + ")" * 20 + "))",
    "brackets": "x = " + "f(" * 60 + ")" * 60,
    "elifs": "if a: b\n" + "elif a: c\n" * 1_500 + "else: d\n",
    "adjacent strings": "x = (" + "'abc'\n" * 1_900 + ")",
    "table": "x = {\n" + "  'key': ['a', -1, b + c, f(d)],\n" * 1_000 + "}",
    "indents": "".join(" " * level + "if a:\n" for level in range(60)) + " " * 60 + "pass\n",
    "conditions": "x = " + "a if b else " * 60 + "c",
}


@pytest.mark.parametrize("text", _DEEP_BUT_FINE.values(), ids=_DEEP_BUT_FINE.keys())
def test_what_people_and_generators_write_is_read(text: str) -> None:
    facts = extract(SourceFile("x.py", text.encode()))
    assert isinstance(facts, FileFacts), facts
    encoded = msgspec.msgpack.encode(facts)
    assert msgspec.msgpack.decode(encoded, type=FileFacts) == facts


def test_a_long_chain_of_branches_keeps_them_all() -> None:
    text = "if a0: b0\n" + "".join(f"elif a{n}: b{n}()\n" for n in range(1, 200)) + "else: last()\n"
    facts = extract(SourceFile("x.py", text.encode()))
    assert isinstance(facts, FileFacts)
    assert facts.functions[0].calls == tuple(sorted(["last", *(f"b{n}" for n in range(1, 200))]))
    assert len(facts.functions[0].body) == 4


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes) -> None:
    assert isinstance(extract(SourceFile("x.py", data)), FileFacts | Unreadable)


_PIECES = st.sampled_from(
    [
        *(
            "a",
            "b.c",
            "1",
            "'s'",
            "f'{a}'",
            '"""t"""',
            "f'",
            "'",
            '"',
            "\\",
            "#x",
            "...",
            "é",
            "𐐀",
            "\t",
            "\x0c",
        ),
        *(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "=",
            "+",
            "-",
            "*",
            "**",
            ".",
            ";",
            "!",
            " ",
            "\n",
            "\r",
            "\r\n",
        ),
        *("def f():", "class A:", "if a:", "else:", "match a:", "case b:", "lambda", "yield", "await", "not"),
        *("for a in b", "with a as b:", "try:", "except:", "return", "import a", "from . import *", "\n    "),
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_mixture_of_tokens(text: str) -> None:
    result = extract(SourceFile("x.py", text.encode()))
    assert isinstance(result, FileFacts | Unreadable)
    if isinstance(result, Unreadable):
        assert "positions" not in result.reason, text


def test_a_place_is_told_only_where_the_parser_knows_it() -> None:
    assert _reason(b"x = 1\ny = = 2\n") == ("a syntax error", 2)
    told, line = _reason(b"x = 1\nif x:\n        y = 1\n    z = 2\n")
    assert (told.startswith("a syntax error: "), line) == (True, 0)
