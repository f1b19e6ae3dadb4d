"""Constructors that records have without writing one."""

from __future__ import annotations

from textwrap import dedent

import pytest

from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.domain.program import Program
from purposelint.extract import extract
from purposelint.frameworks import record_fields, record_kind
from purposelint.link import link


def program(text: str) -> Program:
    facts = extract(SourceFile("a.py", dedent(text).encode()))
    assert isinstance(facts, FileFacts)
    return link([facts])


def constructor(text: str) -> tuple[str, ...] | None:
    joined = program(text)
    names = tuple(field.name for field in record_fields(joined, "a.A") if field.parameter)
    return names if names or record_kind(joined, "a.A") else None


DJANGO = """
from django.db import models
class A(models.Model):
    x = models.CharField()
    u = models.ForeignKey("b.B")
    objects = models.Manager()
    LIMIT = 3
"""

SQLALCHEMY = """
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase): ...
class A(Base):
    __tablename__ = "a"
    x: Mapped[int] = mapped_column()
    y = mapped_column()
"""

FLASK = """
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class A(db.Model):
    x = db.Column()
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\n    y: str = ''", ("x", "y")),
        (
            "import dataclasses\n@dataclasses.dataclass(frozen=True)\nclass A:\n    x: int\n    plain = 1",
            ("x",),
        ),
        ("from dataclasses import *\n@dataclass\nclass A:\n    x: int", ("x",)),
        ("import attr\n@attr.s\nclass A:\n    x = attr.ib()\n    y = 1", ("x",)),
        ("import attr\n@attr.s(auto_attribs=True)\nclass A:\n    x: int", ("x",)),
        (
            "from attrs import define, field\n@define\nclass A:\n    x: int\n    y: int = field(default=1)",
            ("x", "y"),
        ),
        (
            "from pydantic import BaseModel\nclass A(BaseModel):\n    x: int\n    _p: int = 1\n    m = 1",
            ("x",),
        ),
        ("from typing import NamedTuple\nclass A(NamedTuple):\n    x: int\n    y: int", ("x", "y")),
        (
            "from collections import namedtuple\nclass A(namedtuple('A', 'x y')):\n    def f(self): ...",
            ("x", "y"),
        ),
        ("from collections import namedtuple\nclass A(namedtuple('A', ['x', 'y'])): ...", ("x", "y")),
        ("from typing import NamedTuple\nclass A(NamedTuple('A', [('x', int)])): ...", ("x",)),
        ("from typing import TypedDict\nclass A(TypedDict, total=False):\n    x: int", ("x",)),
        ("import msgspec\nclass A(msgspec.Struct):\n    x: int\n    y: int = 1", ("x", "y")),
        (DJANGO, ("x", "u")),
        (SQLALCHEMY, ("x", "y")),
        (FLASK, ("x",)),
        ("from lib import db\nclass A(db.Model):\n    __tablename__ = 'a'\n    x = db.Column()", ("x",)),
        ("from sqlmodel import SQLModel\nclass A(SQLModel, table=True):\n    x: int", ("x",)),
    ],
)
def test_each_kind_of_record(text: str, expected: tuple[str, ...]) -> None:
    assert constructor(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "class A:\n    x: int",
        "from lib import Thing\nclass A(Thing):\n    x: int",
        "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\n    def __init__(self): ...",
        "from dataclasses import dataclass\n@dataclass(init=False)\nclass A:\n    x: int",
        "from pydantic import BaseModel\nclass A(BaseModel):\n    x: int\n    def __init__(self, **k): ...",
        "import pydantic\nclass B(pydantic.BaseModel):\n    def __init__(self): ...\nclass A(B):\n    x: int",
    ],
)
def test_no_record_and_a_written_init_have_none(text: str) -> None:
    assert constructor(text) is None


def test_a_class_outside_the_project_has_none() -> None:
    assert record_kind(program(""), "lib.A") is None


def test_inherited_fields_come_first_and_keep_their_place() -> None:
    text = """
    from dataclasses import dataclass
    @dataclass
    class Top:
        x: int
        y: int
    class Between(Top):
        ignored: int
    @dataclass
    class A(Between):
        z: int
        x: str
    """
    assert constructor(text) == ("x", "y", "z")
    assert [field.owner for field in record_fields(program(text), "a.A")] == ["a.A", "a.Top", "a.A"]


def test_a_subclass_without_decorator_uses_the_constructor_above() -> None:
    text = "from dataclasses import dataclass\n@dataclass\nclass B:\n    x: int\nclass A(B):\n    y: int"
    assert constructor(text) == ("x",)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x: int = field(kw_only=True)\n    y: int", ("y", "x")),
        ("x: int\n    _: KW_ONLY\n    z: int", ("x", "z")),
        ("x: ClassVar[int] = 1\n    y: int", ("y",)),
        ("x: InitVar[int]\n    y: int", ("x", "y")),
        ("x: int = field(init=False)\n    y: int", ("y",)),
        ("x: list[int] = field(default_factory=list)", ("x",)),
    ],
)
def test_options_of_dataclass_fields(body: str, expected: tuple[str, ...]) -> None:
    imports = "from dataclasses import *\nfrom dataclasses import dataclass, field, InitVar, KW_ONLY"
    assert (
        constructor(f"{imports}\nfrom typing import ClassVar\n@dataclass\nclass A:\n    {body}") == expected
    )


def test_parameters_may_be_called_otherwise_than_fields() -> None:
    attrs = program("import attr\n@attr.s\nclass A:\n    _x = attr.ib()\n    y = attr.ib(alias='why')")
    assert [(field.name, field.parameter) for field in record_fields(attrs, "a.A")] == [
        ("_x", "x"),
        ("y", "why"),
    ]
    model = program("from pydantic import *\nclass A(BaseModel):\n    mail: str = Field(alias='eMail')")
    assert [(field.name, field.parameter) for field in record_fields(model, "a.A")] == [("mail", "eMail")]


def test_keyword_only_records_say_so() -> None:
    text = "import msgspec\nclass A(msgspec.Struct, kw_only=True):\n    x: int"
    assert [field.keyword_only for field in record_fields(program(text), "a.A")] == [True]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("from typing import NamedTuple\nclass A(NamedTuple):\n    x: int", "tuple"),
        ("from typing import TypedDict\nclass A(TypedDict):\n    x: int", "keys"),
        ("from pydantic import BaseModel\nclass A(BaseModel):\n    x: int", "object"),
    ],
)
def test_the_kind_tells_how_fields_are_read(text: str, shape: str) -> None:
    kind = record_kind(program(text), "a.A")
    assert kind is not None
    assert kind.shape == shape
