"""Fields that no line of a class body declares, and classes that are no models by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from purposelint.domain.sightings import Sightings

Sighted: TypeAlias = Callable[..., Sightings]
Found: TypeAlias = Callable[..., dict[str, str]]


def stored(sightings: Sightings) -> dict[str, str]:
    """Elements of stored fields by `Class.field`."""
    return {
        f"{owner.rpartition('.')[2]}.{name}": found[0].element
        for (owner, name), found in sightings.fields.items()
        if found[0].model
    }


def test_an_inherited_field_that_a_class_takes_away_is_not_there(found: Found) -> None:
    fields = found(
        """
from django.contrib.auth.models import AbstractUser

class Member(AbstractUser):
    username = None

    @property
    def first_name(self):
        return ""
"""
    )
    assert set(fields) == {"Member.email", "Member.last_name", "Member.password"}


def test_declared_attributes_of_a_mixin_are_columns(sighted: Sighted) -> None:
    sightings = sighted(
        """
from sqlalchemy import Column, ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

class ContactMixin:
    @declared_attr
    def email(cls):
        return Column(String(120))

    @declared_attr.directive
    def __tablename__(cls):
        return cls.__name__

    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("users.id"))

    def phone_number(self):
        return String(20)
"""
    )
    assert stored(sightings) == {
        "ContactMixin.email": "identity.email",
        "ContactMixin.owner_id": "identity.user_id",
    }
    place = sightings.fields["models.ContactMixin", "email"][0].place
    assert place is not None
    assert place.span.line in {6, 7}


def test_tables_without_a_class_are_read_as_one(sighted: Sighted) -> None:
    sightings = sighted(
        """
from sqlalchemy import Boolean, Column, ForeignKey, MetaData, String, Table

metadata = MetaData()
customers = Table(
    "customers",
    metadata,
    Column("phone_number", String(20)),
    Column("email", Boolean),
)
subscriptions = Table("subscriptions", metadata, Column("user_id", ForeignKey("users.id")))
facilities = Table("facilities", metadata, Column("phone_number", String(20)))

class Clerk:
    __table__ = Table("clerks", metadata, Column("ssn", String))
"""
    )
    assert stored(sightings) == {
        "customers.phone_number": "identity.phone",
        "subscriptions.user_id": "identity.user_id",
        "Clerk.ssn": "identity.document_number",
    }
    place = sightings.fields["models.customers", "phone_number"][0].place
    assert place is not None
    assert place.span.line == 8


def test_a_base_of_a_table_declares_its_columns(sighted: Sighted) -> None:
    text = """
from sqlmodel import SQLModel

class CustomerBase(SQLModel):
    email: str

class Customer(CustomerBase, table=True):
    shelf: int

class CustomerRead(CustomerBase):
    first_name: str
"""
    assert stored(sighted(text)) == {"CustomerBase.email": "identity.email"}


def test_a_table_of_past_versions_keeps_every_column_but_those_left_out(sighted: Sighted) -> None:
    sightings = sighted(
        """
from django.db import models
from simple_history.models import HistoricalRecords

class Person(models.Model):
    email = models.EmailField()

    class Meta:
        abstract = True

class Patient(Person):
    phone_number = models.CharField(max_length=20)
    diagnosis = models.TextField()
    has_email = models.BooleanField()
    versions = HistoricalRecords(excluded_fields=["phone_number"])
"""
    )
    copies = {
        name: each[0].element for (_, name), each in sightings.fields.items() if name.startswith("versions")
    }
    assert copies == {"versions.email": "identity.email", "versions.diagnosis": "special.health"}
    place = sightings.fields["models.Patient", "versions.email"][0].place
    assert place is not None
    assert place.span.line == 15


def test_the_name_that_the_database_knows_a_column_by_speaks_too(found: Found) -> None:
    fields = found(
        """
from flask_sqlalchemy import SQLAlchemy
from rest_framework import serializers

db = SQLAlchemy()

class Customer(db.Model):
    x = db.Column("Email", db.String)
    y = db.Column("plant", db.String)

class EntrySerializer(serializers.Serializer):
    contact = serializers.CharField(source="user.email")
    place = serializers.CharField(source="facility.name")
"""
    )
    assert fields == {"Customer.x": "identity.email", "EntrySerializer.contact": "identity.email"}


def test_a_label_is_no_name_of_the_column(found: Found) -> None:
    text = """
from django.db import models

class Patient(models.Model):
    slug = models.SlugField("email")
"""
    assert found(text) == {}


def test_fields_of_unknown_libraries_are_columns_by_the_end_of_their_name(found: Found) -> None:
    fields = found(
        """
from django.db import models
from vault import EncryptedCharField, EncryptedEmailField, SealedBooleanField, encrypt
from mptt.models import TreeForeignKey

class Customer(models.Model):
    ssn = EncryptedCharField(max_length=11)
    contact = EncryptedEmailField()
    phone = SealedBooleanField()
    home_address = encrypt(models.CharField(max_length=99))
    email = TreeForeignKey("Shelf", on_delete=models.CASCADE)
    birth_date = compute()
"""
    )
    assert fields == {
        "Customer.ssn": "identity.document_number",
        "Customer.contact": "identity.email",
        "Customer.home_address": "identity.postal_address",
    }
