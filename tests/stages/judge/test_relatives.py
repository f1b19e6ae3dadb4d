"""Fields that are the same data twice: what a class, its parent and its twin may declare."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.verdict import Finding
from support.pipeline import check_folder

_MODELS = """
from django.db import models
from pydantic import BaseModel


class Person(models.Model):
    phone_number = models.CharField()  # OF PARENT

    class Meta:
        abstract = True


class Customer(Person):
    phone_number = models.CharField()  # OF CHILD


class CustomerIn(BaseModel):
    phone_number: str  # OF TWIN


class Courier(BaseModel):
    phone_number: str  # purpose: parcel_delivery
"""


def _found(folder: Path, parent: str, child: str, twin: str) -> list[Finding]:
    text = _MODELS.replace("OF PARENT", parent).replace("OF CHILD", child).replace("OF TWIN", twin)
    (folder / "models.py").write_text(text, encoding="utf-8")
    return [each for each in check_folder(folder).findings if each.code == "PUR402"]


def test_a_class_may_not_declare_otherwise_than_its_parent(tmp_path: Path) -> None:
    found = _found(tmp_path, "purpose: payment", "purpose: messaging", "nothing here")
    assert [each.place.span.line for each in found] == [14]
    assert (
        "Customer.phone_number declares messaging, and its parent Person.phone_number (models.py:7) declares "
        "payment for the same data"
    ) in found[0].message


def test_a_twin_may_not_declare_otherwise(tmp_path: Path) -> None:
    found = _found(tmp_path, "nothing here", "purpose: messaging", "purpose: payment")
    assert [(each.place.span.line, "its twin Customer.phone_number" in each.message) for each in found] == [
        (18, True)
    ]


def test_what_one_calls_not_personal_the_other_cannot_declare(tmp_path: Path) -> None:
    found = _found(tmp_path, "nothing here", "purpose: messaging", "not-personal: the shop's own number")
    assert ["is said not to be personal data" in each.message for each in found] == [True]


@pytest.mark.parametrize(
    ("parent", "child", "twin"),
    [
        ("purpose: messaging", "purpose: messaging", "purpose: messaging"),
        ("purpose: messaging, payment", "purpose: messaging", "purpose: payment, messaging"),
        ("purpose: messaging", "purpose: messaging, payment", "nothing here"),
        ("nothing here", "purpose: messaging", "nothing here"),
        ("not-personal: a test", "not-personal: a test", "not-personal: a test"),
        ("purpose: identity.email for payment", "purpose: messaging", "nothing here"),
    ],
)
def test_narrower_purposes_and_silence_contradict_nothing(
    tmp_path: Path, parent: str, child: str, twin: str
) -> None:
    assert _found(tmp_path, parent, child, twin) == []


def test_two_stored_classes_of_one_name_are_two_things(tmp_path: Path) -> None:
    for name, purpose in (("shop", "messaging"), ("support", "payment")):
        text = _MODELS.replace("OF PARENT", "x").replace("OF TWIN", "x")
        (tmp_path / f"{name}.py").write_text(
            text.replace("OF CHILD", f"purpose: {purpose}"), encoding="utf-8"
        )
    assert [each for each in check_folder(tmp_path).findings if each.code == "PUR402"] == []
