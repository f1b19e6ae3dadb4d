"""Bases, lines of ancestors, methods."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purposelint.domain.program import Program
from purposelint.link.mro import lineages

Linked = Callable[[dict[str, str]], Program]


@pytest.mark.parametrize(
    ("text", "bases", "above"),
    [
        ("class A(object): ...", ["builtins.object"], ["builtins.object"]),
        (
            "from django.db import models\nclass A(models.Model): ...",
            ["django.db.models.Model"],
            ["django.db.models.Model"],
        ),
        ("from typing import Generic as G\nclass A(G['T']): ...", ["typing.Generic"], ["typing.Generic"]),
        ("class B: ...\nclass A(B[int]): ...", ["a.B"], ["a.B"]),
        (
            "from sqlalchemy.orm import declarative_base\nclass A(declarative_base()): ...",
            ["sqlalchemy.orm.declarative_base()"],
            ["sqlalchemy.orm.declarative_base()"],
        ),
        (
            "from sqlalchemy.orm import declarative_base\nBase = declarative_base()\nclass A(Base): ...",
            ["a.Base"],
            ["a.Base", "sqlalchemy.orm.declarative_base()"],
        ),
        (
            "from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\nclass A(db.Model): ...",
            ["flask_sqlalchemy.SQLAlchemy().Model"],
            ["flask_sqlalchemy.SQLAlchemy().Model"],
        ),
        (
            "import six\nclass M(type): ...\nclass B: ...\nclass A(six.with_metaclass(M, B)): ...",
            ["six.with_metaclass()"],
            ["six.with_metaclass()", "a.M", "builtins.type", "a.B"],
        ),
        ("from lib import A\nclass A(A): ...", ["lib.A"], ["lib.A"]),
        ("class A(A): ...", [], []),
        ("class A(unknown.B): ...", [], []),
    ],
)
def test_bases_are_canonical(linked: Linked, text: str, bases: list[str], above: list[str]) -> None:
    info = linked({"a.py": text}).classes["a.A"]
    assert list(info.bases) == bases
    assert list(info.lineage) == ["a.A", *above]


def test_the_mro_is_pythons(linked: Linked) -> None:
    program = linked({"a.py": "class O: ...\nclass A(O): ...\nclass B(O): ...\nclass C(A, B): ...\n"})
    assert program.classes["a.C"].lineage == ("a.C", "a.A", "a.B", "a.O")
    assert program.subclasses["a.O"] == ("a.A", "a.B", "a.C")


def test_a_broken_hierarchy_is_walked_depth_first(linked: Linked) -> None:
    program = linked({"a.py": "class A: ...\nclass B(A): ...\nclass C(A, B): ...\n"})
    assert program.classes["a.C"].lineage == ("a.C", "a.A", "a.B")


def test_a_cycle_of_bases_ends(linked: Linked) -> None:
    program = linked({"a.py": "from b import B\nclass A(B): ...", "b.py": "from a import A\nclass B(A): ..."})
    assert program.classes["a.A"].lineage == ("a.A", "b.B")
    assert program.classes["b.B"].lineage[0] == "b.B"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.integers(0, 7), max_size=3, unique=True), min_size=8, max_size=8))
def test_lines_agree_with_python_wherever_python_has_one(tree: list[list[int]]) -> None:
    parents = {f"c{index}": [f"c{base}" for base in bases] for index, bases in enumerate(tree)}
    lines = lineages(parents)
    for name, line in lines.items():
        assert line[0] == name
        assert len(set(line)) == len(line)
    classes: dict[str, type] = {}
    for name, bases in parents.items():
        if all(base in classes for base in bases):
            try:
                classes[name] = type(name, tuple(classes[base] for base in bases), {})
            except TypeError:
                continue
            assert lines[name] == tuple(each.__name__ for each in classes[name].__mro__[:-1])


def test_subclasses_of_outside_classes_are_known(linked: Linked) -> None:
    program = linked({"a.py": "from lib import Base\nclass A(Base): ...\nclass B(A): ...\n"})
    assert program.subclasses["lib.Base"] == ("a.A", "a.B")
    assert program.outside_bases("a.B") == ("lib.Base",)


def test_methods_properties_and_setters(linked: Linked) -> None:
    program = linked(
        {
            "a.py": """
            class Base:
                def save(self): ...
            class A(Base):
                @property
                def name(self): ...
                @name.setter
                def name(self, value): ...
                @name.deleter
                def name(self): ...
                def run(self): "first"
                def run(self): "last"
            """
        }
    )
    info = program.classes["a.A"]
    assert info.methods == {"name": "a.A.name", "run": "a.A.run"}
    assert info.setters == {"name": "a.A.name.setter"}
    assert program.functions["a.A.run"].facts.docstring == "last"
    assert program.functions["a.A.run#1"].facts.docstring == "first"
    assert program.method("a.A", "save") == "a.Base.save"
    assert program.above("a.A", "save") == "a.Base.save"


def test_every_function_has_a_symbol_of_its_own(linked: Linked) -> None:
    program = linked(
        {
            "a.py": """
            def f():
                def g(): ...
                return [lambda: 1, lambda: 2]
            if f:
                class A:
                    def m(self): ...
            else:
                class A:
                    def m(self): ...
            """
        }
    )
    assert sorted(program.functions) == sorted(
        [
            "a.<module>",
            "a.f",
            "a.f.g",
            "a.f.<lambda>",
            "a.f.<lambda>#2",
            "a.A.<body>",
            "a.A.m",
            "a.A#1.<body>",
            "a.A#1.m",
        ]
    )


def test_a_tower_of_classes_is_cut(linked: Linked) -> None:
    text = "class C0: ...\n" + "".join(f"class C{n}(C{n - 1}): ...\n" for n in range(1, 400))
    assert len(linked({"a.py": text}).classes["a.C399"].lineage) == 200
