"""Feature: models whose base is a package's that is not read (`class Guest(TimeStampedModel)`), or a member of an object whose class extends a package's (`db.Model`), by another name too (`Column = db.Column`).
How we carry it: a class with a base of another package and with Django's own model fields in its body is a model, with its queries and constructors.
What is approximated: a class without a field of its own stays unknown; what the base declares is not seen.
"""

import logging

from acme_models import TimeStampedModel
from acme_models.history import HistoryMixin
from django.db import models
from django.db.models import CharField
from django.db.models import TextField as Text
from flask_sqlalchemy import SQLAlchemy

log = logging.getLogger(__name__)


class Guest(TimeStampedModel):
    email = models.EmailField()  # expect: PUR301 identity.email
    room_size = models.IntegerField()


class Customer(HistoryMixin):
    phone_number = CharField(max_length=20)  # expect: PUR301 identity.phone


class VipCustomer(Customer):
    home_address = Text()  # expect: PUR301 identity.postal_address


class Note(TimeStampedModel):
    text = models.TextField()  # expect: PUR301 identity.email


class Plain(TimeStampedModel):
    email = ""


def show(pk):
    log.info(Guest.objects.get(pk=pk).email)  # expect: PUR101 identity.email
    for number in VipCustomer.objects.values_list("phone_number", flat=True):
        log.info(number)  # expect: PUR101 identity.phone
    log.info(Guest.objects.count())


def note(user):
    Note.objects.create(text=f"from {user.email}")


class Database(SQLAlchemy):
    def drop(self):
        self.drop_all()


class AppDatabase(Database):
    pass


db = AppDatabase()


class Member(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    contact = db.Column(db.String)
    birth_date = db.Column(db.Date)  # expect: PUR301 identity.date_of_birth

    @classmethod
    def of_town(cls, town):
        return cls.query.filter(cls.town == town)


def members(town):
    dates = [one.birth_date for one in Member.of_town(town)]
    log.info(dates)  # expect: PUR101 identity.date_of_birth


plain = SQLAlchemy()
Column = plain.Column
Model = plain.Model


class Visitor(Model):
    phone_number = Column(plain.String)  # expect: PUR301 identity.phone


class Visit(Visitor):
    home_address = Column(plain.String)  # expect: PUR301 identity.postal_address


def visitors():
    log.info(Visitor.query.get(1).phone_number)  # expect: PUR101 identity.phone
