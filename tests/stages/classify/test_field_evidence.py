"""Fields: column type and target first, the owner second, the head noun third."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from purposelint.domain.sightings import Sightings

Sighted: TypeAlias = Callable[..., Sightings]
Found: TypeAlias = Callable[..., dict[str, str]]

DJANGO = "from django.db import models\n"


def test_inherited_fields_are_sighted_once_at_the_class(sighted: Sighted) -> None:
    sightings = sighted(
        """
from django.contrib.auth.models import AbstractUser

class User(AbstractUser):
    pass

class Clerk(User):
    pass
"""
    )
    inherited = {key: each[0] for key, each in sightings.fields.items()}
    assert {owner for owner, _ in inherited} == {"models.User"}
    email = inherited["models.User", "email"]
    assert email.inherited
    assert email.element == "identity.email"
    assert email.place is not None
    assert email.place.span.line == 4


def test_every_sighting_says_where_and_why(sighted: Sighted) -> None:
    sightings = sighted(DJANGO + "\nclass Customer(models.Model):\n    name = models.CharField()\n")
    (sighting,) = sightings.fields["models.Customer", "name"]
    assert sighting.model == "django.model"
    assert sighting.symbol == "models.Customer.name"
    assert sighting.place is not None
    assert sighting.place.span.line == 4
    assert [evidence.kind for evidence in sighting.evidence] == ["name", "owner"]


def test_what_was_considered_and_dropped_is_kept(sighted: Sighted) -> None:
    sightings = sighted(DJANGO + "\nclass Facility(models.Model):\n    phone = models.CharField()\n")
    key = ("models.Facility", "phone")
    assert key not in sightings.fields
    assert key in sightings.known
    assert any(doubt.against and "facility" in doubt.says for doubt in sightings.doubts[key])


def test_help_text_makes_a_finding_surer_and_never_makes_one(sighted: Sighted) -> None:
    text = (
        DJANGO
        + """
class Member(models.Model):
    mobile = models.CharField(help_text="The mobile number to call")
    blob = models.CharField(help_text="The mobile number to call")
"""
    )
    sightings = sighted(text)
    assert sightings.fields["models.Member", "mobile"][0].confidence == "high"
    assert ("models.Member", "blob") not in sightings.fields


def test_enumerations_and_constants_hold_no_data(found: Found) -> None:
    assert not found(
        """
import enum
from dataclasses import dataclass

class Kind(enum.Enum):
    email = "email"
    phone_number = "phone"

class Sender:
    email = "noreply@example.org"

@dataclass
class User:
    EMAIL: str
"""
    )


def test_a_database_object_that_extends_a_library_s_is_the_library_s(found: Found) -> None:
    files = {
        "core.py": """
            from flask_sqlalchemy import SQLAlchemy

            class Database(SQLAlchemy):
                pass

            db = Database()
            """,
        "models.py": "from core import db\n\nclass User(db.Model):\n    first_name = db.Column(db.String)\n",
    }
    assert found(files=files) == {"User.first_name": "identity.name"}


def test_every_text_around_a_field_is_evidence_and_makes_no_finding_alone(sighted: Sighted) -> None:
    text = (
        DJANGO
        + '''
from django.core.validators import RegexValidator, validate_email

PHONE_NUMBER_PATTERN = r"\\\\+[0-9]+"

class Member(models.Model):
    """A member.

    fax (str): the fax, a phone number
    """

    mobile = models.CharField(verbose_name="Mobile number", max_length=20)
    tel = models.CharField(db_comment="phone number", max_length=20)
    contact_no = models.CharField(max_length=20)  # a phone number
    landline = models.CharField(validators=[RegexValidator(PHONE_NUMBER_PATTERN)], max_length=20)
    fax = models.CharField(max_length=20)
    mail = models.CharField(validators=[validate_email], max_length=20)

class Entry(models.Model):
    blob = models.CharField("Phone number", validators=[validate_email], max_length=20)
    mobile = models.CharField("Phone number", max_length=20)
    landline = models.CharField(max_length=20)
'''
    )
    sightings = sighted(text)
    says = {
        name: [each.says for each in found[0].evidence if each.kind == "text"]
        for (owner, name), found in sightings.fields.items()
        if owner == "models.Member"
    }
    assert says == {
        "mobile": ["its label speaks of `mobile_number`"],
        "tel": ["its label speaks of `phone_number`"],
        "contact_no": ["its comment speaks of `phone_number`"],
        "landline": ["its validator speaks of `phone_number`"],
        "fax": ["its docstring speaks of `phone_number`"],
        "mail": ["its validator speaks of `email`"],
    }
    assert {each[0].confidence for (owner, _), each in sightings.fields.items() if "Member" in owner} == {
        "high"
    }
    assert sightings.fields["models.Entry", "mobile"][0].confidence == "low"
    assert {name for owner, name in sightings.fields if owner == "models.Entry"} == {"mobile"}
    doubts = [doubt.says for doubt in sightings.doubts["models.Entry", "blob"]]
    assert "its label speaks of `phone_number`, but its name does not" in doubts
    assert "its validator speaks of `email`, but its name does not" in doubts
