"""Who owns a comment. Each source has one comment `# c`; `own` stands in the text of its owner."""

from __future__ import annotations

import re

import pytest

from purposelint.domain.place import column_of, line_of
from stages.extract.rendering import facts_of


def _owner(text: str) -> tuple[str, str]:
    """Kind and text of what owns the only comment."""
    facts = facts_of(text)
    (comment,) = facts.comments
    if comment.owner == "scope":
        return "scope", facts.functions[comment.function].qualname
    lines = facts_lines(text)
    first, last = line_of(comment.owner_at) - 1, line_of(comment.owner_to) - 1
    owned = lines[first : last + 1]
    owned[-1] = owned[-1][: column_of(comment.owner_to) - 1]
    owned[0] = owned[0][column_of(comment.owner_at) - 1 :]
    return comment.owner, " ".join(line.partition("#")[0].strip() for line in owned).strip()


def facts_lines(text: str) -> list[str]:
    return text.lstrip("\n").splitlines()


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("a = 1  # c\n", "a = 1"),
        ("a = 1; b = 2  # c\n", "b = 2"),
        ("# c\na = 1\nb = 2\n", "a = 1"),
        ("a = 1\n# c\nb = 2\n", "b = 2"),
        ("a = 1\n\n# c\n\nb = 2\n", "b = 2"),
        ("a = (\n  1\n)  # c\n", "a = ( 1 )"),
        ("log(\n  a,\n  b,\n)  # c\n", "log( a, b, )"),
        ("pass  # c\n", "pass"),
        ("if a:  # c\n  b\n", "if a:"),
        ("if a: b  # c\n", "b"),
        ("if a:\n  b\n# c\nelif d:\n  e\n", "elif d:"),
        ("if a:\n  b\nelif d:  # c\n  e\n", "elif d:"),
        ("if a:\n  b\n# c\nelse:\n  e\n", "if a:"),
        ("if a:\n  b\nelse:  # c\n  e\n", "if a:"),
        ("try:  # c\n  b\nfinally:\n  e\n", "try:"),
        ("try:\n  b\nexcept E:  # c\n  e\n", "except E:"),
        ("try:\n  b\n# c\nexcept E:\n  e\n", "except E:"),
        ("with a as b:  # c\n  e\n", "with a as b:"),
        ("for a in b:  # c\n  e\n", "for a in b:"),
        ("while a:\n  # c\n  e\n", "e"),
        ("match a:  # c\n  case b: d\n", "match a:"),
        ("match a:\n  # c\n  case b: d\n", "case b:"),
        ("match a:\n  case b:  # c\n    d\n", "case b:"),
        ("def f(a):  # c\n  b\n", "def f(a):"),
        ("# c\n@d\ndef f(a):\n  b\n", "def f(a):"),
        ("@d  # c\ndef f(a):\n  b\n", "def f(a):"),
        ("@d\n# c\nclass A(b):\n  b\n", "class A(b):"),
        ("async def f():  # c\n  b\n", "async def f():"),
        ("log(  # c\n  a,\n)\n", "log( a, )"),
        ("log(\n  a,\n  # c\n)\n", "log( a, # c )".replace("# c ", " ")),
        ("a = (b +  # c\n  d)\n", "a = (b + d)"),
        ("from a import (  # c\n  b,\n)\n", "from a import ( b, )"),
        ("a[\n  b,  # c\n  d,\n]\n", "a[ b, d, ]"),
        ("if (a and  # c\n    b):\n  d\n", "if (a and b):"),
        ("x: int = f(\n)  # c\n", "x: int = f( )"),
        ("a = '''\n# no comment\n'''  # c\n", "a = '''  '''"),
    ],
)
def test_statements_own(text: str, owner: str) -> None:
    assert _owner(text) == ("statement", owner)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("f(\n  a,  # c\n  b,\n)\n", "a"),
        ("f(\n  a,\n  b,  # c\n)\n", "b"),
        ("f(\n  a,\n  b  # c\n)\n", "b"),
        ("f(a, b,  # c\n  d)\n", "b"),
        ("f(a  # c\n, b)\n", "a"),
        ("f(\n  a,\n  # c\n  b,\n)\n", "b"),
        ("f(\n  # c\n  a,\n)\n", "a"),
        ("f(\n  k=a,  # c\n  b=d,\n)\n", "a"),
        ("f(\n  # c\n  k=a,\n)\n", "a"),
        ("f(\n  k=  # c\n    a,\n)\n", "a"),
        ("f(\n  a +  # c\n  b,\n  d)\n", "a + b"),
        ("f(\n  *a,  # c\n  **b)\n", "a"),
        ("f(\n  'x'  # c\n  'y',\n  d)\n", "'x' 'y'"),
        ("f(g(\n  a,  # c\n  b))\n", "a"),
        ("f(g(  # c\n  a,\n  b), d)\n", "g( a, b)"),
        ("f(g(\n  a,\n  # c\n), d)\n", "g( a,  )"),
        ("f((  # c\n  a or\n  b), d)\n", "( a or b)"),
        ("f(a, b[\n  # c\n  1])\n", "b[  1]"),
        ("x = {\n  'k': a,  # c\n  'l': b,\n}\n", "a"),
        ("x = {\n  # c\n  'k': a,\n  'l': b,\n}\n", "a"),
        ("x = {\n  'k':  # c\n    a,\n  'l': b,\n}\n", "a"),
        ("x = {\n  **a,  # c\n  'l': b,\n}\n", "a"),
        ("x = {'k': {\n  'l': b,  # c\n}}\n", "b"),
        ("x = [\n  a,  # c\n  b,\n]\n", "a"),
        ("x = (\n  a,  # c\n  b,\n)\n", "a"),
        ("x = {\n  a,\n  # c\n  b,\n}\n", "b"),
        ("x = f(a)((\n  b,  # c\n  d,\n))\n", "b"),
        ("def f(\n  a: int,  # c\n  b=1,\n): pass\n", "a: int"),
        ("def f(\n  a: int,\n  b=1,  # c\n): pass\n", "b=1"),
        ("def f(\n  a,\n  # c\n  *b: str,\n): pass\n", "b: str"),
        ("class A(\n  B,  # c\n  metaclass=C,\n): pass\n", "B"),
        ("@d(\n  a,  # c\n)\ndef f(): pass\n", "a"),
        ("if f(\n  a,  # c\n): pass\n", "a"),
        ("x = lambda: f(\n  a,  # c\n)\n", "a"),
        ("x = [f(\n  a,  # c\n) for a in b]\n", "a"),
        ("x = f'{y}', g(\n  a,  # c\n)\n", "a"),
    ],
)
def test_elements_own(text: str, owner: str) -> None:
    assert _owner(text) == ("element", owner)


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("# c\n", "<module>"),
        ("a\n# c\n", "<module>"),
        ("def f():\n  a\n  # c\nb\n", "f"),
        ("class A:\n  a\n  # c\n", "A.<body>"),
        ("class A:\n  def f(self):\n    a\n    # c\n  b\n", "A.f"),
        ("def f():\n  if a:\n    b\n    # c\n  d\n", "f"),
        ("match a:\n  case b:\n    d\n    # c\n", "<module>"),
    ],
)
def test_scopes_own(text: str, function: str) -> None:
    assert _owner(text) == ("scope", function)


def test_what_a_statement_defines_is_told() -> None:
    facts = facts_of("""
        class A:
            # one
            @d  # two
            def f(self, a,  # three
            ):  # four
                a  # five
        """)
    told = [(comment.text, comment.defines, comment.function) for comment in facts.comments]
    assert told == [
        ("# one", "A.f", 1),
        ("# two", "A.f", 1),
        ("# three", "A.f", 1),
        ("# four", "A.f", 1),
        ("# five", "", 2),
    ]


def test_comments_inside_strings_are_none() -> None:
    facts = facts_of("a = '# b'\nc = f'# {d} # e'\nf = '''\n# g\n'''\n")
    assert facts.comments == ()


def test_trailing_is_told() -> None:
    facts = facts_of("# a\nb  # c\nd(  # e\n  # f\n)\n")
    assert [comment.trailing for comment in facts.comments] == [False, True, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "a\n # one\n ",
        "a\n # one\n \n  \n",
        "a;\r\n # one\n\t\n",
        "if a:\n  b\n # one\n ",
        "if a: b\n # one\n  # two\n",
        "try: a\nfinally: b\n # one\n\t# two",
        "def f():\n  a\n # one\n   # two\n# three\n ",
        "a # zero\n    # one\n\n      \n# two\n   \n",
    ],
)
def test_comments_that_the_tree_loses_at_the_end_of_a_file_are_kept(text: str) -> None:
    assert [one.text for one in facts_of(text).comments] == re.findall("#.*", text)
