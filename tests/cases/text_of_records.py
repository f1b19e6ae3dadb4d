"""Feature: the text of records, of a library's models, of queries and of exceptions that are printed whole.
How we carry it: a record shows the `__repr__` of what its fields hold; what a library's base or decorator brings goes before what the class inherits, as its entry says.
What is approximated: of a query all records are taken to show, of which libraries print the first ones.
"""

import logging
from dataclasses import dataclass

from django.db import models
from pydantic import BaseModel

log = logging.getLogger(__name__)


class Told:
    """Tells in one form, hides in the other."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return "<told>"

    def __repr__(self):
        return f"Told({self.held})"


class Veiled:
    """The other way round."""

    def __init__(self, held):
        self.held = held

    def __repr__(self):
        return "Veiled()"

    def __str__(self):
        return self.held


@dataclass
class Basket:
    """A record whose fields are objects."""

    told: Told
    note: Veiled


@dataclass
class Refund(Told):
    """Has a form of the record's own, not the inherited one, and the text of the class above."""

    amount: int


class Letter(BaseModel):
    """Its base writes the text by itself, past the form below."""

    email: str

    def __repr__(self):
        return "Letter()"


class Member(models.Model):
    email = models.EmailField()  # purpose: messaging

    def __str__(self):
        return self.email


class Guest(models.Model):
    email = models.EmailField()  # purpose: account_registration

    def __repr__(self):
        return self.email


class Denied(Exception):
    """Says less than its form."""

    def __str__(self):
        return "denied"


def in_records(user, letter: Letter):
    log.info(Basket(Told(user.email), Veiled("x")))  # expect: PUR101 identity.email
    log.info(Basket(Told("x"), Veiled(user.email)))
    log.info(repr(Refund(3)))
    log.info(letter)  # expect: PUR101 identity.email
    log.info([letter])


def of_stored(member: Member, guest: Guest):
    log.info(member)  # expect: PUR101 identity.email
    log.info("%r", member)  # expect: PUR101 identity.email
    log.info([member])  # expect: PUR101 identity.email
    log.info(guest)
    log.info([guest])  # expect: PUR101 identity.email


def of_exceptions(user):
    log.info("%s", Denied(user.email))
    log.info("%r", Denied(user.email))  # expect: PUR101 identity.email
    log.info("%s", ValueError("x", Veiled(user.email)))
    log.info("%s", ValueError(Veiled(user.email)))  # expect: PUR101 identity.email


def of_rows():
    log.info(Member.objects.all())  # expect: PUR101 identity.email
    log.info("%s", Guest.objects.filter(pk=1))  # expect: PUR101 identity.email
    log.info(list(Member.objects.all()))  # expect: PUR101 identity.email
    log.info("%s", Member.objects.count())


def shown_with_its_source(user):
    told, veiled = Told(user.email), Veiled(user.email)
    log.info(f"{told=}")  # expect: PUR101 identity.email
    log.info(f"{veiled=}")
    log.info(f"{told=!s}")
    log.info(f"{veiled=:>10}")  # expect: PUR101 identity.email


def of_stored_and_changed(request):
    guest = Guest.objects.get(pk=3)
    guest.email = request.POST["email"]
    log.info("changed %s", guest)
    log.info("changed %r", guest)  # expect: PUR101 identity.email
    guest.phone_number = request.POST["phone_number"]
    log.info("changed %r", guest)  # expect: PUR101 identity.email
