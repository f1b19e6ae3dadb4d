"""What the facts keep, one idea a test."""

from __future__ import annotations

import pytest

from purposelint.domain.expressions import Const
from purposelint.domain.facts import FileFacts
from purposelint.domain.place import column_of, line_of
from purposelint.domain.statements import Assign
from stages.extract.rendering import facts_of


def _mentions(text: str, kind: str) -> set[tuple[str, str]]:
    return {(each.receiver, each.name) for each in facts_of(text).mentions if each.kind == kind}


def _value(text: str) -> object:
    (statement,) = facts_of(f"x = {text}\n").functions[0].body
    assert isinstance(statement, Assign)
    assert isinstance(statement.value, Const)
    return statement.value.kind, statement.value.value


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("user.email", ("user", "email")),
        ("request.user.email", ("user", "email")),
        ("get_user().email", ("get_user", "email")),
        ("(await get_user()).email", ("get_user", "email")),
        ("rows[0].email", ("rows", "email")),
        ("rows['user'].email", ("user", "email")),
        ("'{}'.format", ("", "format")),
        ("getattr(user, 'email')", ("user", "email")),
        ("setattr(self.user, 'email', 1)", ("user", "email")),
        ("match a:\n  case User(email=e): pass", ("User", "email")),
    ],
)
def test_attributes_are_mentioned(text: str, mention: tuple[str, str]) -> None:
    assert mention in _mentions(text + "\n", "attribute")


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("data['email']", ("data", "email")),
        ("data['user']['email']", ("user", "email")),
        ("request.data.get('email')", ("data", "email")),
        ("form().pop('email', None)", ("form", "email")),
        ("kwargs.setdefault('email', 1)", ("kwargs", "email")),
        ("send(email=1)", ("send", "email")),
        ("a.b.send(email=1)", ("send", "email")),
        ("person = {'email': 1}", ("person", "email")),
        ("self.person = {'email': 1}", ("person", "email")),
        ("person: dict = {'email': 1}", ("person", "email")),
        ("post(json={'email': 1})", ("json", "email")),
        ("post({'email': 1})", ("post", "email")),
        ("post({'person': {'email': 1}})", ("person", "email")),
        ("f([{'email': 1}])", ("", "email")),
        ("return {'email': 1}", ("", "email")),
        ("match a:\n  case {'email': e}: pass", ("a", "email")),
    ],
)
def test_keys_are_mentioned(text: str, mention: tuple[str, str]) -> None:
    assert mention in _mentions(text + "\n", "key")


def test_the_methods_own_self_stands_for_the_class() -> None:
    text = """
        class Customer:
            def show(self):
                self.email, self["phone"], self.get("city"), self.user.name
                def nested():
                    return self.iban
            @classmethod
            def make(cls):
                cls.table
            @staticmethod
            def loose(self):
                self.other
        def free(self):
            self.free
    """
    assert {
        ("Customer", "email"),
        ("Customer", "iban"),
        ("Customer", "table"),
        ("user", "name"),
    } <= _mentions(text, "attribute")
    assert {("self", "other"), ("self", "free")} <= _mentions(text, "attribute")
    assert {("Customer", "phone"), ("Customer", "city")} <= _mentions(text, "key")


def test_variables_and_parameters_are_mentioned_once_and_in_order() -> None:
    text = """
        def f(b, *a, **c):
            d = e, (g, *h) = i
            for d in j: pass
            with k as m.n, o as p: [q for q in r]
    """
    assert _mentions(text, "parameter") == {("", "a"), ("", "b"), ("", "c")}
    assert _mentions(text, "variable") == {("", name) for name in "deghpq"}
    mentions = facts_of(text).mentions
    assert list(mentions) == sorted(set(mentions))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'a'", ("str", "a")),
        ("'a' \"b\" '''c'''", ("str", "abc")),
        (r"'a\'\n\x41\u00e9\101\N{BULLET}\q'", ("str", "a'\nAéA•\\q")),
        (r"r'a\n'", ("str", r"a\n")),
        (r"b'a\n'", ("bytes", "a\n")),
        (r"Rb'a\n'", ("bytes", r"a\n")),
        ("''", ("str", "")),
        ("''''a'''", ("str", "'a")),
        (r"'\ud800'", ("str", r"\ud800")),
        ("'" + "a" * 500 + "'", ("str", "a" * 400)),
        ("'a' " * 600, ("str", "a" * 400)),
        ("0x1F", ("int", 31)),
        ("1_000", ("int", 1000)),
        ("00", ("int", 0)),
        ("9007199254740993", ("int", None)),
        ("9" * 6000, ("int", None)),
        ("1.5", ("float", None)),
        (".5e3", ("float", None)),
        ("2j", ("complex", None)),
        ("True", ("bool", True)),
        ("None", ("none", None)),
        ("...", ("ellipsis", None)),
    ],
)
def test_constants(text: str, value: tuple[str, object]) -> None:
    assert _value(text) == value


def test_imports_say_what_they_bind_and_where() -> None:
    facts = facts_of("""
        import a.b
        import a.b as c
        def f():
            from ..d.e import g as h, i
            from . import *
        """)
    told = [(each.local, each.module, each.name, each.level, each.function) for each in facts.imports]
    assert told == [
        ("a", "a", None, 0, 0),
        ("c", "a.b", None, 0, 0),
        ("h", "d.e", "g", 2, 1),
        ("i", "d.e", "i", 2, 1),
    ]
    assert [(each.module, each.level, each.function) for each in facts.stars] == [("", 1, 1)]
    assert [(line_of(each.at), column_of(each.at)) for each in facts.imports] == [
        (1, 8),
        (2, 8),
        (4, 23),
        (4, 31),
    ]


@pytest.mark.parametrize(
    ("text", "exports"),
    [
        ("a = 1", None),
        ("__all__ = ['a', 'b']", ("a", "b")),
        ("__all__ = ('a',)\n__all__ += ['b']", ("a", "b")),
        ("__all__: list[str] = ['a']", ("a",)),
        ("__all__ = a.names", None),
        ("__all__ = ['a', b]", None),
        ("def f():\n  __all__ = ['a']", None),
    ],
)
def test_exports(text: str, exports: tuple[str, ...] | None) -> None:
    assert facts_of(text + "\n").exports == exports


def test_locals_are_what_a_scope_binds() -> None:
    text = """
        def f(a, *b, c=(d := 1), **e):
            global g
            g = h = 1
            import i.j, k as l
            from m import n
            def o(): q = 1
            class r: s = 1
            for t, (u, *v) in w: pass
            with x as y, z as (aa, bb.cc): pass
            try: pass
            except dd as ee: pass
            [ff for ff in gg if (hh := ff)]
            match ii:
                case {"k": jj, **kk} | [ll, *mm] | nn: pass
            oo += 1
            pp: int
            qq.rr = ss[tt] = uu
            lambda vv: ww
        """
    facts = facts_of(text)
    expected = [
        "a",
        "b",
        "c",
        "e",
        "h",
        "i",
        "l",
        "n",
        "o",
        "r",
        "t",
        "u",
        "v",
        "y",
        "aa",
        "ee",
        "hh",
        "jj",
        "kk",
        "ll",
        "mm",
        "nn",
        "oo",
        "pp",
    ]
    assert facts.functions[1].locals == tuple(sorted(expected))
    assert facts.functions[0].locals == ("d", "f")


def test_calls_are_callee_chains_of_the_own_body() -> None:
    text = """
        def f(x=made()):
            a.b.c(d)(e)[0].g()
            (await h()).i()
            "text".format(j())
            lambda: k()
            def inner(): l()
        """
    facts = facts_of(text)
    assert facts.functions[0].calls == ("made",)
    assert facts.functions[1].calls == ("a.b.c", "a.b.c()", "a.b.c()()[].g", "h", "h().i", "j")


def test_generators_are_told_from_the_functions_around_them() -> None:
    facts = facts_of("def f():\n  def g():\n    yield 1\n  lambda: (yield)\n")
    assert [each.is_generator for each in facts.functions] == [False, False, True, True]


def test_fields_keep_their_comments_and_strings() -> None:
    facts = facts_of("""
        class A:
            # above
            a = 1  # behind
            "string"
            b: int = f(  # in the statement
                2,  # of an element
            )
            c, d = 1, 2
            e.g = 3
        """)
    (class_,) = facts.classes
    assert [(field.name, field.comment) for field in class_.fields] == [
        ("a", "above\nbehind\nstring"),
        ("b", "in the statement"),
    ]


def test_lines_are_counted() -> None:
    counts = {text: len_of(text) for text in ("", "a", "a\n", "a\nb", "a\n\n", "a\r\nb\r\n")}
    assert counts == {"": 0, "a": 1, "a\n": 1, "a\nb": 2, "a\n\n": 2, "a\r\nb\r\n": 2}


def len_of(text: str) -> int:
    facts: FileFacts = facts_of(text)
    return facts.lines
