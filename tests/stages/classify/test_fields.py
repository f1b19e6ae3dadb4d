"""Fields: column type and target first, the owner second, the head noun third."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from purposelint.domain.sightings import Sightings

Sighted: TypeAlias = Callable[..., Sightings]
Found: TypeAlias = Callable[..., dict[str, str]]

DJANGO = "from django.db import models\n"


def test_the_owner_decides_whose_name_and_phone_it_is(found: Found) -> None:
    assert found(
        DJANGO
        + """
class Customer(models.Model):
    name = models.CharField(max_length=80)
    phone_number = models.CharField(max_length=20)

class Facility(models.Model):
    name = models.CharField(max_length=80)
    phone_number = models.CharField(max_length=20)
    latitude = models.FloatField()
"""
    ) == {"Customer.name": "identity.name", "Customer.phone_number": "identity.phone"}


def test_booleans_counters_choices_and_dates_are_not_the_data(found: Found) -> None:
    assert not found(
        DJANGO
        + """
class Customer(models.Model):
    email = models.BooleanField()
    phone_number = models.DateTimeField()
    num_emails = models.IntegerField()
    first_name = models.CharField(choices=KINDS)
    email_verified = models.CharField(max_length=5)
    has_address = models.TextField()
"""
    )


def test_a_type_speaks_louder_than_the_name(found: Found) -> None:
    assert found(
        DJANGO
        + """
class Reply(models.Model):
    contact = models.EmailField()
    seen_from = models.GenericIPAddressField()
"""
    ) == {"Reply.contact": "identity.email", "Reply.seen_from": "login.ip_address"}


def test_a_field_class_of_the_project_is_what_it_extends(found: Found) -> None:
    assert found(
        DJANGO
        + """
class LowercaseEmailField(models.EmailField):
    pass

class Reply(models.Model):
    contact = LowercaseEmailField()
"""
    ) == {"Reply.contact": "identity.email"}


def test_a_key_to_a_person_is_an_account_id_and_a_key_to_a_thing_nothing(found: Found) -> None:
    assert found(
        DJANGO
        + """
from django.conf import settings

class Template(models.Model):
    body = models.TextField()

class Order(models.Model):
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    email = models.ForeignKey(Template, on_delete=models.CASCADE)
"""
    ) == {"Order.placed_by": "identity.user_id"}


def test_a_key_that_holds_a_column_is_that_column(found: Found) -> None:
    assert found(
        """
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

class Base(DeclarativeBase):
    pass

class Entry(Base):
    __tablename__ = "entries"
    submitter: Mapped[str] = mapped_column(ForeignKey("users.username"))
    email_id: Mapped[int] = mapped_column(ForeignKey("messages.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
"""
    ) == {"Entry.submitter": "identity.username", "Entry.user_id": "identity.user_id"}


def test_records_of_a_person_make_a_context(found: Found) -> None:
    text = (
        DJANGO
        + """
class Phone(models.Model):
    user = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    number = models.CharField(max_length=15)
    country_code = models.CharField(max_length=2)

class Rate(models.Model):
    number = models.CharField(max_length=15)
    country_code = models.CharField(max_length=2)
    created_by = models.ForeignKey("auth.User", on_delete=models.CASCADE)
"""
    )
    assert found(text) == {
        "Phone.user": "identity.user_id",
        "Phone.number": "identity.phone",
        "Phone.country_code": "location.country",
        "Rate.created_by": "identity.user_id",
    }


def test_strong_siblings_make_a_context(found: Found) -> None:
    assert found(
        """
from dataclasses import dataclass

@dataclass
class Row:
    first_name: str
    date_of_birth: str
    city: str
    name: str

@dataclass
class Place:
    city: str
    name: str
"""
    ) == {
        "Row.first_name": "identity.name",
        "Row.date_of_birth": "identity.date_of_birth",
        "Row.city": "location.city",
        "Row.name": "identity.name",
    }


def test_a_weak_name_may_need_what_belongs_beside_it(found: Found) -> None:
    assert found(
        DJANGO
        + """
class Registration(models.Model):
    state = models.CharField(max_length=9)

class Customer(models.Model):
    state = models.CharField(max_length=9)
    city = models.CharField(max_length=90)
"""
    ) == {"Customer.state": "location.region", "Customer.city": "location.city"}


def test_a_twin_schema_says_what_a_neutral_column_holds(found: Found) -> None:
    assert found(
        """
from pydantic import BaseModel, EmailStr
from sqlmodel import SQLModel

class NotifierIn(BaseModel):
    destination: EmailStr

class Notifier(SQLModel, table=True):
    destination: str
"""
    ) == {"NotifierIn.destination": "identity.email", "Notifier.destination": "identity.email"}


def test_a_patient_s_columns_on_a_medical_topic_are_health(found: Found) -> None:
    assert found(
        DJANGO
        + """
class Patient(models.Model):
    is_vaccinated = models.BooleanField()
    is_active = models.BooleanField()
    created_date = models.DateTimeField()

class Round(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE)
    ventilator_mode = models.IntegerField(choices=MODES)
    taken_at = models.DateTimeField()
    num_results = models.IntegerField()

class Ward(models.Model):
    oxygen_capacity = models.IntegerField()
"""
    ) == {
        "Patient.is_vaccinated": "special.health",
        "Round.patient": "identity.user_id",
        "Round.ventilator_mode": "special.health",
    }


def test_what_extends_settings_is_settings_too(found: Found) -> None:
    source = """
import dataclasses

@dataclasses.dataclass
class AcmeSettings:
    debug: bool

@dataclasses.dataclass
class MailSource(AcmeSettings):
    access_token: str
    password: str
    reply_email: str

class SettingsMixin:
    debug: bool

@dataclasses.dataclass
class Customer(SettingsMixin):
    password: str
"""
    assert found(source) == {"Customer.password": "credential.password"}


def test_credentials_of_settings_are_the_system_s(found: Found) -> None:
    assert found(
        """
from pydantic import BaseModel

class Settings(BaseModel):
    password: str
    email: str

class LoginRequest(BaseModel):
    password: str
"""
    ) == {"LoginRequest.password": "credential.password"}


def test_a_column_s_other_name_counts(found: Found) -> None:
    assert found(
        """
from sqlalchemy import Column, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()

class Subscriber(Base):
    __tablename__ = "subscribers"
    e = Column("email_address", String(254))
"""
    ) == {"Subscriber.e": "identity.email"}


def test_a_column_with_arguments_given_already_is_still_a_column(found: Found) -> None:
    base = """
import functools
from flask_sqlalchemy import SQLAlchemy

class Database(SQLAlchemy):
    pass

db = Database()
Column = functools.partial(db.Column, nullable=False)
Count = functools.partial(len)
"""
    models = """
from base import Column, Count, db

class User(db.Model):
    email = Column(db.String(320))
    is_member = Column(db.Boolean)
    phone_number = Count("abc")
"""
    assert found(files={"base.py": base, "models.py": models}) == {"User.email": "identity.email"}


def test_a_place_before_a_name_says_which_one_of_a_person(found: Found) -> None:
    assert found(
        DJANGO
        + """
class Employee(models.Model):
    office_phone = models.CharField(max_length=20)
    office_name = models.CharField(max_length=80)

class Sensor(models.Model):
    office_phone = models.CharField(max_length=20)
"""
    ) == {"Employee.office_phone": "identity.phone"}
