"""Where declarations are put, for every shape of statement, and that nothing else of a file changes."""

from __future__ import annotations

import ast
import textwrap

import pytest

from purposelint.domain.facts import SourceFile
from purposelint.domain.mended import Rewritten, Wanted
from purposelint.domain.place import Span
from purposelint.edit import Spoken, declare

MARK = "HERE"
"""Stands in a source where a finding begins; it is taken out before."""


def _places(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and where they stood."""
    found: list[Span] = []
    while MARK in text:
        at = text.index(MARK)
        line, column = text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
        found.append(Span(line, column, line, column + 1))
        text = text.replace(MARK, "", 1)
    return text, found


def _declared(
    text: str,
    *,
    elements: tuple[str, ...] = ("identity.email",),
    purposes: tuple[str, ...] = ("payment",),
    because: str = "",
    spoken: tuple[str, ...] = (),
    encoding: str = "utf-8",
    width: int = 88,
) -> Rewritten:
    plain, spans = _places(text)
    wanted = [Wanted(span, element, purposes, because) for span in spans for element in elements]
    others = [Spoken(span, element) for span in spans for element in spoken]
    return declare(SourceFile("app.py", plain.encode(encoding)), wanted, others, width=width)


def _text(found: Rewritten) -> str:
    return found.edit.after.decode("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("HERElog(x)", "log(x)  # purpose: payment"),
        ("HERElog(x)\n", "log(x)  # purpose: payment\n"),
        ("log(\n    HEREx,\n)\n", "log(\n    x,\n)  # purpose: payment\n"),
        ("log(x)HERE  # type: ignore\n", "log(x)  # type: ignore  # purpose: payment\n"),
        ("HERElog(x)  # noqa: T201  \n", "log(x)  # noqa: T201  # purpose: payment  \n"),
        ("HERElog(x)   \n", "log(x)  # purpose: payment   \n"),
        ("HERElog(x);\n", "log(x);  # purpose: payment\n"),
        ("a(); HERElog(x)\n", "a(); log(x)  # purpose: payment\n"),
        ("HERElog(x); b()\n", "# purpose: identity.email for payment\nlog(x); b()\n"),
        ("def f(): HERElog(x)\n", "def f(): log(x)  # purpose: payment\n"),
        ("if HERElog(x):\n    y\n", "if log(x):  # purpose: payment\n    y\n"),
        (
            "if a:\n    y\nelif HERElog(x):\n    z\n",
            "if a:\n    y\nelif log(x):  # purpose: payment\n    z\n",
        ),
        (
            "while a and \\\n        HERElog(x):\n    y\n",
            "while a and \\\n        log(x):  # purpose: payment\n    y\n",
        ),
        ("@d(HERElog(x))\ndef f(): ...\n", "@d(log(x))  # purpose: payment\ndef f(): ...\n"),
        ("def f(\n    a=HERElog(x),\n):\n    y\n", "def f(\n    a=log(x),\n):  # purpose: payment\n    y\n"),
        (
            "if HERElog(x):\n    # why\n\n    # so\n    @d\n    def f(): ...\n",
            "if log(x):  # purpose: payment\n    # why\n\n    # so\n    @d\n    def f(): ...\n",
        ),
        (
            "with HERElog(x):  # so\n\n    # why\n    y\n",
            "with log(x):  # so  # purpose: payment\n\n    # why\n    y\n",
        ),
        ("class A:\n    HEREmail = Field()\n", "class A:\n    mail = Field()  # purpose: payment\n"),
        ("class A: HEREmail = Field()\n", "class A: mail = Field()  # purpose: payment\n"),
        (
            "match HERElog(x):\n    case 1:\n        y\n",
            "match log(x):  # purpose: payment\n    case 1:\n        y\n",
        ),
        (
            "try:\n    y\nexcept HERElog(x):\n    z\n",
            "try:\n    y\nexcept log(x):  # purpose: payment\n    z\n",
        ),
        ('s = HERElog("""\n  a\n""")\n', 's = log("""\n  a\n""")  # purpose: payment\n'),
        ("x = [HERElog(y) for y in z]\n", "x = [log(y) for y in z]  # purpose: payment\n"),
        ("HERElog(x)  # fmt: skip\n", "# purpose: identity.email for payment\nlog(x)  # fmt: skip\n"),
    ],
)
def test_where_it_stands(before: str, after: str) -> None:
    found = _declared(before)
    assert _text(found) == after
    assert found.left == ()
    if "\\\n" not in before or "while" in before:
        assert ast.dump(ast.parse(after)) == ast.dump(ast.parse(_places(before)[0]))


def test_a_line_that_would_be_too_long_gets_it_above_and_it_is_no_code() -> None:
    line = f"    log('{'a' * 60}', x)"
    found = _declared(f"def f(x):\n    HERE{line.strip()}\n")
    assert _text(found) == f"def f(x):\n    # purpose: identity.email for payment\n{line}\n"
    wide = _declared(f"def f(x):\n    HERE{line.strip()}\n", width=120)
    assert _text(wide) == f"def f(x):\n{line}  # purpose: payment\n"


@pytest.mark.parametrize("more", [{"purposes": ("payment", "billing")}, {"because": "they asked for it"}])
def test_above_it_is_short_where_no_one_takes_it_for_code(more: dict[str, object]) -> None:
    found = _declared("HERElog(x); b()\n", **more)  # type: ignore[arg-type]
    comment, _ = _text(found).split("\n", 1)
    assert "identity" not in comment
    with pytest.raises(SyntaxError):
        ast.parse(comment.removeprefix("# "))


def test_one_comment_speaks_for_all_elements_of_a_statement() -> None:
    found = _declared("HERElog(HEREx)\n", elements=("identity.phone", "identity.email"))
    assert _text(found) == "log(x)  # purpose: payment\n"


def test_it_names_its_elements_where_others_have_their_verdict_already() -> None:
    found = _declared("HERElog(x)\n", spoken=("identity.phone",))
    assert _text(found) == "log(x)  # purpose: identity.email for payment\n"
    same = _declared("HERElog(x)\n", spoken=("identity.email",))
    assert _text(same) == "log(x)  # purpose: payment\n"


def test_a_statement_between_others_is_left() -> None:
    found = _declared("a(); HERElog(x); b()\n")
    assert found.edit.after == found.edit.before
    assert found.changed == ()
    assert [(one.line, one.what) for one in found.left] == [(1, "identity.email")]
    assert "line of its own" in found.left[0].why


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("x = 1\r\nHERElog(x)\r\n", "utf-8"),
        ("x = 1\nHERElog(x)\r\ny = 2\r", "utf-8"),
        ("\x0cx = 1\n\x0c\n\x0cHERElog(x)\n", "utf-8"),
        ("x = 'é'\nHERElog(x)\n", "utf-8-sig"),
        ("# coding: latin-1\nx = 'é'\nHERElog(x)\n", "latin-1"),
        ("# coding: cp1251\nx = 'ж'\nHERElog(x)\n", "cp1251"),
        ("def f():\n\tHERElog(x)\n", "utf-8"),
        ("HERElog(x)\n  # odd\n", "utf-8"),
        ("s = 'a\\\nb'\nHERElog(x)\n", "utf-8"),
        ("s = '''\x0b\x1c\u2028'''\nHERElog(x)\n", "utf-8"),
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_every_other_byte_stays(text: str, encoding: str, *, above: bool) -> None:
    found = _declared(text, encoding=encoding, width=1 if above else 88)
    assert found.left == ()
    after, before = found.edit.after, found.edit.before
    if above:
        comment = next(line for line in after.splitlines(keepends=True) if b"# purpose" in line)
        assert comment.strip() == b"# purpose: identity.email for payment"
        assert after.replace(comment, b"") == before
        ends = (b"\r\n" if b"1\r\n" in before else b"\n",)
        assert comment.endswith(ends)
    else:
        assert after.replace(b"  # purpose: payment", b"") == before


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"# coding: nonsense\nlog(x)\n", "decoded"),
        (b"log(x\n", "parsed"),
        (b"\xff\n", "decoded"),
        (b"# coding: utf-7\nx = '+AGE-'\n", "byte for byte"),
    ],
)
def test_a_file_that_cannot_be_rewritten_is_left(data: bytes, why: str) -> None:
    wanted = [Wanted(Span(1, 1, 1, 2), "identity.email", ("payment",))]
    found = declare(SourceFile("app.py", data), wanted)
    assert found.edit.after == data
    assert why in found.left[0].why


def test_what_the_encoding_cannot_write_is_left() -> None:
    text = "# coding: latin-1\nHERElog(x)\nHERElog(y)\n"
    found = _declared(text, encoding="latin-1", because="Жанна asked")
    assert found.edit.after == found.edit.before
    assert len(found.left) == 2


def test_a_skeleton_names_its_elements_and_is_written_once() -> None:
    first = _declared("HERElog(x)\n", purposes=(), elements=("identity.phone", "identity.email"))
    assert _text(first) == "log(x)  # purpose: identity.email, identity.phone for TODO\n"
    again = declare(SourceFile("app.py", first.edit.after), [Wanted(Span(1, 1, 1, 2), "identity.email", ())])
    assert again.edit.after == first.edit.after
    assert (again.changed, again.left) == ((), ())


def test_a_skeleton_is_filled_in_for_the_elements_that_are_asked_for() -> None:
    data = b"# purpose: identity.email, identity.phone for TODO\nlog(x)  # noqa\n"
    wanted = [Wanted(Span(2, 1, 2, 2), "identity.email", ("payment",), "so")]
    one = declare(SourceFile("app.py", data), wanted)
    assert one.edit.after == (
        b"# purpose: identity.email for payment because so  # purpose: identity.phone for TODO\n"
        b"log(x)  # noqa\n"
    )
    both = [*wanted, Wanted(Span(2, 1, 2, 2), "identity.phone", ("payment",), "so")]
    assert declare(SourceFile("app.py", data), both).edit.after == (
        b"# purpose: identity.email, identity.phone for payment because so\nlog(x)  # noqa\n"
    )


def _filled_in(line: str, *spoken: str, width: int = 88) -> str:
    wanted = [Wanted(Span(1, 1, 1, 2), "identity.email", ("parcel_delivery",))]
    others = [Spoken(Span(1, 1, 1, 2), element) for element in spoken]
    found = declare(SourceFile("app.py", f"{line}\n".encode()), wanted, others, width=width)
    return _text(found)


def test_a_skeleton_behind_code_becomes_what_would_have_been_written_at_once() -> None:
    line = "log(x)  # noqa  # purpose: identity.email for TODO"
    assert _filled_in(line) == "log(x)  # noqa  # purpose: parcel_delivery\n"
    named = "log(x)  # noqa  # purpose: identity.email for parcel_delivery\n"
    assert _filled_in(line, "identity.phone") == named
    assert _filled_in(line, width=30) == ("# purpose: identity.email for parcel_delivery\nlog(x)  # noqa\n")
    behind = "log(x)  # purpose: identity.email for TODO  # noqa"
    assert _filled_in(behind, width=20) == "log(x)  # purpose: parcel_delivery  # noqa\n"


def test_no_second_declaration_is_written_beside_one_that_cannot_be_read() -> None:
    data = b"log(x)  # purpose: paiment\n\n# purpose: paiment\nlog(y)\nlog(z)\n"
    wanted = [Wanted(Span(line, 1, line, 2), "identity.email", ("payment",)) for line in (1, 4, 5)]
    found = declare(SourceFile("app.py", data), wanted, flawed={1: "no such word", 3: "nor this"})
    assert [(one.line, one.why.rpartition(": ")[2]) for one in found.left] == [
        (1, "no such word"),
        (4, "nor this"),
    ]
    assert [one.line for one in found.changed] == [5]


def test_lines_below_a_comment_of_its_own_line_are_counted_anew() -> None:
    text = textwrap.dedent(
        """\
        a()
        HERElog(x); b()
        c()
        HERElog(y)
        d()
        """
    )
    edit = _declared(text).edit
    before, after = edit.before.splitlines(), edit.after.splitlines()
    for line, code in enumerate(before, 1):
        assert after[edit.moved(line) - 1].startswith(code)


@pytest.mark.parametrize("chain", ["a" + " + a" * 2900, "a" + ".b" * 2900, "a" + "()" * 2900])
def test_what_nests_too_deeply_is_left(chain: str) -> None:
    found = _declared(f"x = {chain}\nHERElog(x)\n")
    assert found.edit.after == found.edit.before
    assert len(found.left) == 1


_MANY = ("identity.email", "identity.name", "identity.phone", "location.city", "social.education")
_ON_TWO_LINES = """\
def f():
    # purpose: identity.email, identity.name, identity.phone for {0}
    # purpose: location.city, social.education for {0}
    log(x)
"""


@pytest.mark.parametrize("purposes", [(), ("payment",), ("payment", "parcel_delivery")])
def test_many_elements_stand_on_as_many_lines_as_the_width_takes(purposes: tuple[str, ...]) -> None:
    width = 90 if len(purposes) == 2 else 75 if purposes else 70
    before = "def f():\n    HERElog(x)\n"
    found = _declared(before, elements=_MANY, purposes=purposes, spoken=("login.id",), width=width)
    lines = _text(found).splitlines()
    assert max(map(len, lines)) <= width
    assert len(lines) == 4
    assert [line.partition(" for ")[2] for line in lines[1:3]] == [", ".join(purposes) or "TODO"] * 2
    assert ", ".join(line.split(": ")[1].split(" for ")[0] for line in lines[1:3]) == ", ".join(_MANY)
    assert found.edit.moved(2) == 4


def test_skeletons_on_several_lines_are_filled_in_on_as_many_as_it_takes() -> None:
    plain = "def f():\n    log(x)\n"
    first = _declared(plain.replace("log", "HERElog"), elements=_MANY, purposes=(), width=70)
    data = first.edit.after
    assert data.decode() == _ON_TWO_LINES.format("TODO")
    wishes = [Wanted(Span(4, 5, 4, 8), element, (), "") for element in _MANY]
    assert declare(SourceFile("app.py", data), wishes, width=70).edit.after == data
    wishes = [Wanted(Span(4, 5, 4, 8), element, ("payment",), "") for element in _MANY]
    assert declare(SourceFile("app.py", data), wishes, width=72).edit.after.decode() == _ON_TWO_LINES.format(
        "payment"
    )
    narrow = declare(SourceFile("app.py", data), wishes, width=60)
    assert narrow.edit.after.decode().splitlines()[1:] == [
        "    # purpose: identity.email, identity.name for payment",
        "    # purpose: identity.phone for payment",
        "    # purpose: location.city, social.education for payment",
        "    log(x)",
    ]
    assert narrow.edit.moved(4) == 5


def test_one_element_stands_on_its_line_though_it_is_too_long() -> None:
    found = _declared("HERElog(x); b()\n", elements=_MANY[:2], width=20)
    assert _text(found).splitlines() == [
        "# purpose: identity.email for payment",
        "# purpose: identity.name for payment",
        "log(x); b()",
    ]
