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
