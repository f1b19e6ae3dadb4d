"""Texts and test data: what they say moves a rank, and makes no field the data by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from purposelint.domain.sightings import Sightings
from support.library_examples import shipped_catalog

Sighted: TypeAlias = Callable[..., Sightings]
Found: TypeAlias = Callable[..., dict[str, str]]

DJANGO = "from django.core.validators import RegexValidator\nfrom django.db import models\n"
PATTERNS = [(each.id, pattern) for each in shipped_catalog().elements.values() for pattern in each.patterns]


@pytest.mark.parametrize(("element", "pattern"), PATTERNS)
def test_a_regular_expression_speaks_of_what_it_checks_for(found: Found, element: str, pattern: str) -> None:
    name = next(iter(shipped_catalog().elements[element].context))
    text = f"""
CHECK = r'^(?:{pattern})$'

class Row(models.Model):
    {name} = models.CharField(max_length=40, validators=[RegexValidator(CHECK)])
    value = models.CharField(max_length=40, validators=[RegexValidator(CHECK)])
"""
    assert found(DJANGO + text) == {f"Row.{name}": element}


def test_groups_and_ways_to_write_digits_change_nothing(sighted: Sighted) -> None:
    text = """
class Row(models.Model):
    pan = models.CharField(max_length=40, validators=[RegexValidator(r"^(?:4[0-9]{12}(?:[0-9]{3})?)$")])
"""
    (sighting,) = sighted(DJANGO + text).fields["models.Row", "pan"]
    assert sighting.confidence == "low"
    assert sighting.evidence[-1].says == r"its validator checks for `4\d{12}`"


def test_what_a_factory_invents_moves_a_rank(sighted: Sighted) -> None:
    text = """
import factory
from faker import Faker

fake = Faker()

class Row(models.Model):
    tel = models.CharField(max_length=40)
    pan = models.CharField(max_length=40)
    id_number = models.CharField(max_length=40)
    mobile = models.CharField(max_length=40)
    value = models.CharField(max_length=40)
    fax = models.CharField(max_length=40)

class RowFactory(factory.django.DjangoModelFactory):
    tel = factory.Faker("phone_number")
    pan = factory.LazyFunction(fake.credit_card_number)
    id_number = factory.LazyAttribute(lambda row: fake.ssn())
    value = factory.Faker("email")
    fax = factory.Faker("word")

    class Meta:
        model = Row

def seed():
    Row.objects.create(mobile=fake.phone_number())
"""
    sightings = sighted(DJANGO + text)
    rows = {name: each[0] for (owner, name), each in sightings.fields.items() if owner == "models.Row"}
    assert {name: each.element for name, each in rows.items()} == {
        "tel": "identity.phone",
        "pan": "financial.payment_card",
        "id_number": "identity.document_number",
        "mobile": "identity.phone",
    }
    assert {each.confidence for each in rows.values()} == {"low"}
    assert rows["pan"].evidence[-1].says == "test data for it are made by Faker's `credit_card_number`"
    assert "Faker's `email`" in sightings.doubts["models.Row", "value"][-1].says
