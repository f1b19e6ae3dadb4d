"""Python's grammar up to 3.14 and a little beyond: whatever is called in a new form is a call that we read.

Every call of a name that begins with `seen` must be among the calls of some function of the file.
"""

from __future__ import annotations

import re

import pytest

from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.extract import extract

READ: dict[str, list[str]] = {
    "PEP 570, positional-only parameters": [
        "def f(a, /, b=seen1(), *, c=seen2(), **d): seen3()",
        "x = lambda a, /, b=seen1(), *c, d=seen2(), **e: seen3()",
    ],
    "PEP 572, assignment expressions": [
        "if (n := seen1()) > (m := seen2()): seen3(n)",
        "x = [y := seen1(), y**2]",
        "a[b := seen1(), c := seen2()]",
        "x = {y := seen1(), seen2(z := 1)}",
        'x = f"{(x := seen1())}"',
        "x = [last := seen1(a) for a in seen2() if (b := seen3(a))]",
    ],
    "PEP 614, decorators": [
        "@seen1()[b](d).e\ndef f(): seen2()",
        "@seen1() if y else seen2()\nclass A: x = seen3()",
        "@(z := seen1())\n@lambda f: seen2(f)\ndef g(): pass",
    ],
    "PEP 617, brackets around what is with": [
        "with (seen1() as b, seen2() as (c, d),): seen3()",
        "with (seen1(), seen2()): pass",
        "with (seen1()) as b, (seen2()): pass",
        "with (seen1(), seen2()) as b: pass",
        "with (a := seen1(), seen2()): pass",
        "async def f():\n  async with (seen1() as b, seen2(),): seen3()",
    ],
    "PEP 634, match": [
        "match seen1(), *a:\n  case 1 | 2 | None | -1 | 1+2j | 'a' 'b' if seen2(): seen3()",
        "match seen1():\n  case {'a': 1, b.c: (x, *_), **rest} if z := seen2(): seen3()",
        "match (seen1()):\n  case (1) | (-1) | (None) | (a.b) as c: seen2()\n  case (): seen3()",
        "match x:\n  case A(b, [(1), ((2))], c=(3), d=D(),) as e: seen1()\n  case _: seen2()",
        "match = seen1(match, case, _); case = match[seen2()]; type = seen3(type)",
    ],
    "PEP 646, unpacking in subscripts and annotations": [
        "def f(*args: *Ts) -> tuple[int, *Ts]: seen1()",
        "x = a[*seen1(), seen2():seen3()]",
        "a[*seen1()] = seen2()\ndel a[*seen3()]",
    ],
    "PEP 654, exception groups": [
        "try: seen1()\nexcept* (A, B) as e: seen2()\nexcept* C: seen3()\nelse: seen4()\nfinally: seen5()",
    ],
    "PEP 695 and 696, type parameters and their defaults": [
        "def f[T: (int, str) = int, *Ts = *tuple[int, ...], **P = [int]](a: T) -> T: seen1()",
        "class A[T: int, *Ts, **P](B[T], metaclass=seen1()): x = seen2()",
        "type X[T = int, **P] = Callable[P, T]\nseen1()",
        "async def f[T](): return seen1[T]() + seen2()",
        "def f[T](a=seen1()):\n  def g[U: T](b: U = seen2()): seen3()",
    ],
    "PEP 701, f-strings": [
        'x = f"{seen1("a")} {f"{f"{seen2()}"}"}"',
        'x = f"{", ".join(seen1())} {"\\n".join(seen2())}"',
        'x = f"{\nseen1() # it\'s {\n} {seen2()!r:>{seen3()}} {seen4()=:%Y-%m}"',
        'x = rf"\\{seen1()}" f\'{seen2()}\' FR"""{\nseen3()}"""',
        'x = f"{ {1: seen1()}[1] }{(lambda y: seen2())}{*seen3(), 1}{{}}"',
        "async def f(): return f'{await seen1()}' f'{(yield seen2())}'",
    ],
    "PEP 750, template strings": [
        'x = t"{seen1()} {seen2()!r:>{seen3()}} {seen4()=} {{}}"',
        'x = t"{t"{seen1()}"} {f"{seen2()}"}" t\'{seen3()}\'',
        'x = rt"\\{seen1()}" rT"""{\nseen2() # no {\n}"""',
        'x = f"{t"{seen1("a")}"}"; t = seen2(t)',
        "async def f(): return t'{await seen1()}'",
    ],
    "PEP 758, except without brackets": [
        "try: seen1()\nexcept A, B: seen2()\nexcept c.d, e[0], f(): seen3()\nfinally: seen4()",
        "try: seen1()\nexcept* A, B: seen2()",
    ],
    "PEP 765, leaving finally is a warning": [
        "def f():\n  while seen1():\n    try: seen2()\n    finally: return seen3()",
        "for x in seen1():\n  try: seen2()\n  finally: continue",
    ],
    "PEP 798, unpacking in comprehensions": [
        "x = [*seen1(y) for y in seen2() if seen3()]",
        "x = {*seen1() for y in z}; y = {**seen2(a) for a in seen3()}",
        "x = seen1(*seen2(y) for y in seen3())",
    ],
    "PEP 810, lazy imports": [
        "lazy import a.b as c\nlazy from d import e, f as g\nlazy = seen1()",
    ],
    "older forms": [
        "async def f():\n  async for x, *y in *seen1(), w: yield await seen2()\n  else: await seen3()",
        "async def f(): return [await seen1() async for x in seen2() if await seen3()]",
        "a, *b = c = *seen1(), d\na.b[seen2()]: int = seen3()\na @= seen4()",
        "x = -seen1() ** -2 if not seen2() else ~seen3() @ 1_0.0_1e+1_0j",
        "x = 1if seen1()else(2)\ny = 0xfor seen2()\nz = 5 .real + .5.real + 1..real",
        "def f(): x = yield from seen1(); return *seen2(), y\nraise A from seen3()",
        "seen1(*a, b, **c, d=seen2(), **seen3())(e for e in seen4())[f:g:seen5(), ..., ::]",
        "if seen1() and \\\n  seen2():\n\tseen3()\n\x0c\telse_ = seen4(\n# c\n)\n# d",
        "x = [lambda: seen1() for c in y for d in seen2()]",
        "global a; assert seen1(), (b, seen2()); del (c), [d, e.f], g[seen3()]",
        "été = ª = 变量 = seen1(été)",
    ],
}

UNKNOWN = {
    "a target in brackets that is annotated": "(a): int = 1",
    "a line's end in the format of a field in single quotes": 'f"{x!r:\n}"',
    "a raw template string with t first": 'x = tr"{a}"',
    "print as a statement": "print 'x'",
    "exec as a statement": "exec 'x' in y",
    "back quotes": "x = a + `a`",
    "unequal as in ABC": "x = a <> b",
    "parameters that are unpacked": "def f((a, b)): pass",
    "octal numbers as in C": "x = 0777",
    "an exception's name behind a comma": "try: pass\nexcept A, (b): pass\nexcept B, c as d: pass",
    "raising with a comma": "raise A, 'b'",
}
"""What the parser does not read: Python's rarest forms, then Python 2's."""


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{pep} {at}") for pep in READ for at, text in enumerate(READ[pep])]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""], ids=["lines", "carriage returns", "no end"])
def test_calls_in_every_form_are_read(text: str, end: str) -> None:
    written = text.replace("\n", end) + end if end else text
    facts = extract(SourceFile("x.py", written.encode()))
    assert isinstance(facts, FileFacts), facts
    calls = {
        word
        for function in facts.functions
        for call in function.calls
        for word in re.findall(r"seen\d", call)
    }
    assert calls == set(re.findall(r"seen\d", text))


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_the_parser_does_not_know_is_told(text: str) -> None:
    told = extract(SourceFile("x.py", f"{text}\n".encode()))
    assert isinstance(told, Unreadable), text
    assert told.reason.startswith("a syntax error")
