"""What markers, docstrings and datasets state of fields, beside what the names say."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session

_HEAD = """\
from typing import Annotated
from django.db import models
from sqlalchemy import Column, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from elsewhere import NotPersonal, Personal
"""
_DATASET = """\
dataset:
  - fides_key: shop
    collections:
      - name: {table}
        fields:
          - name: {column}
            data_categories: [{category}]
"""


def _fields(folder: Path, program: str, dataset: tuple[str, str, str] | None = None) -> dict[str, list[str]]:
    """Elements of each field, `-` before those that are stated to be none, `?` behind uncertain ones."""
    (folder / "shop").mkdir(exist_ok=True)
    (folder / "shop" / "models.py").write_text(_HEAD + program, encoding="utf-8")
    stated = ""
    if dataset is not None:
        table, column, category = dataset
        text = _DATASET.format(table=table, column=column, category=category)
        (folder / "data.yml").write_text(text, encoding="utf-8")
        stated = 'datasets = ["data.yml"]'
    (folder / "purposelint.toml").write_text(stated, encoding="utf-8")
    made = session.run(session.settings_for([folder], overrides={"cache": False, "workers": 1}))
    return {
        name: [
            ("-" if one.denied else "") + one.element + ("" if one.confidence == "high" else "?")
            for one in found
        ]
        for (_, name), found in made.sightings.fields.items()
    }


@pytest.mark.parametrize(
    "annotation",
    [
        'Annotated[str, Personal("identity.phone")]',
        'Mapped[Annotated[str, Personal("identity.phone", purpose="payment")]]',
        "Mapped[Phone]",
        "Mapped[Phone | None]",
    ],
)
def test_a_marker_tells_what_no_name_shows(tmp_path: Path, annotation: str) -> None:
    program = 'Phone = Annotated[str, Personal("identity.phone")]\n'
    program += f"class Thing(DeclarativeBase):\n    blob: {annotation}\n"
    assert _fields(tmp_path, program) == {"blob": ["identity.phone"]}


def test_a_marker_decides_against_the_name(tmp_path: Path) -> None:
    program = (
        'class User(DeclarativeBase):\n    email: Mapped[Annotated[str, Personal("identity.username")]]\n'
    )
    assert _fields(tmp_path, program) == {"email": ["identity.username"]}


def test_a_marker_of_an_unknown_element_tells_nothing(tmp_path: Path) -> None:
    program = 'class Thing(DeclarativeBase):\n    blob: Mapped[Annotated[str, Personal("identity.emial")]]\n'
    assert _fields(tmp_path, program) == {}
    verdict = session.check(session.settings_for([tmp_path], overrides={"cache": False}))
    assert [(one.code, one.remedy) for one in verdict.findings] == [("PUR401", "identity.email")]


_ANNOTATED = '''
class Record(models.Model):
    """A record.

    .. pii: text
    .. pii_types: {kinds}
    """
    name = models.CharField(max_length=9)
    payload = models.CharField(max_length=9)
'''


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("name, email_address", {"name": ["identity.name?"]}),
        ("email_address", {}),
        ("other", {}),
    ],
)
def test_kinds_of_a_docstring_are_a_witness_for_names(
    tmp_path: Path, kinds: str, expected: dict[str, list[str]]
) -> None:
    assert _fields(tmp_path, _ANNOTATED.format(kinds=kinds)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [(" only of courses", "-identity.email"), ("", "identity.email"), (" --", "identity.email")],
)
def test_no_pii_needs_words(tmp_path: Path, words: str, expected: str) -> None:
    docstring = f'"""\n    .. no_pii:{words}\n    """'
    program = f"class User(models.Model):\n    {docstring}\n    email = models.EmailField()\n"
    assert _fields(tmp_path, program) == {"email": [expected]}


_USER = "class User(DeclarativeBase):\n    __tablename__ = 'users'\n    {column}: Mapped[str]\n"


@pytest.mark.parametrize(
    ("column", "category", "expected"),
    [
        ("blob", "user.contact.email", ["identity.email"]),
        ("blob", "user.authorization.credentials", None),
        ("blob", "user", None),
        ("email", "user.contact.phone_number", ["identity.email"]),
        ("email", "system.operations", ["-identity.email"]),
        ("password", "user.authorization.credentials", ["credential.password"]),
    ],
)
def test_a_dataset_adds_and_denies_and_never_replaces(
    tmp_path: Path, column: str, category: str, expected: list[str] | None
) -> None:
    found = _fields(tmp_path, _USER.format(column=column), ("users", column, category))
    assert found.get(column) == expected


@pytest.mark.parametrize(
    ("table", "program"),
    [
        (
            "clients",
            "class Thing(models.Model):\n    blob = F()\n    class Meta:\n        db_table = 'clients'\n",
        ),
        ("shop_bigthing", "class BigThing(models.Model):\n    blob = F()\n"),
        ("big_thing", "class BigThing(DeclarativeBase):\n    blob = mapped_column(String)\n"),
        ("clients", "table = Table('clients', MetaData(), Column('blob', String))\n"),
    ],
)
def test_the_table_of_a_class(tmp_path: Path, table: str, program: str) -> None:
    program = program.replace("F()", "models.CharField(max_length=9)")
    assert _fields(tmp_path, program, (table, "blob", "user.contact.email")) == {"blob": ["identity.email"]}
    assert _fields(tmp_path, program, ("others", "blob", "user.contact.email")) == {}


def test_a_purpose_in_the_code_beats_a_denial(tmp_path: Path) -> None:
    program = "class User(DeclarativeBase):\n    email: Mapped[str]  # purpose: payment\n"
    _fields(tmp_path, program, ("user", "email", "system"))
    verdict = session.check(session.settings_for([tmp_path], overrides={"cache": False}))
    assert [(one.verdict, one.finding.purposes) for one in verdict.judgements] == [
        ("permitted", ("payment",))
    ]
