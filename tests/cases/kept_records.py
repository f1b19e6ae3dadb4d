"""Feature: a record that one method asks a store for and keeps in an attribute, where another method reads it.
How we carry it: the attribute is of the class that the query's entry says its records have, so that fields, properties and methods of that class are found.
What is approximated: only queries that stand in the method itself, perhaps by a local variable, are read; an attribute that is assigned several classes counts as the first, and one that a helper's query fills has the type that the helper states.
"""

import logging

from django.contrib.auth import get_user_model
from django.db import models
from django.shortcuts import get_object_or_404
from django.views import View
from sqlalchemy import Column, String
from sqlalchemy.orm import DeclarativeBase

log = logging.getLogger(__name__)


class Person(models.Model):
    full_name = models.CharField(max_length=100)  # purpose: account_registration
    plan = models.CharField(max_length=100)

    @property
    def greeting(self):
        return "Dear " + self.full_name

    @property
    def label(self):
        return "plan " + self.plan

    def told(self):
        log.info(self.full_name)  # expect: PUR101 identity.name


class PersonView(View):
    def dispatch(self, request, pk):
        self.person = Person.objects.get(pk=pk)
        self.people = Person.objects.filter(plan="x").order_by("pk")
        self.made, self.is_new = Person.objects.get_or_create(pk=pk)
        found = get_object_or_404(Person, pk=pk)
        self.found = found
        self.first = None
        return super().dispatch(request, pk)

    def look(self):
        self.first = Person.objects.all().first()

    def get(self, request, pk):
        log.info(self.person.greeting)  # expect: PUR101 identity.name
        log.info(self.person.label)
        log.info(self.person)
        for one in self.people:
            log.info(one.greeting)  # expect: PUR101 identity.name
            log.info(one.label)
        log.info(self.people.count())
        log.info(self.made.greeting)  # expect: PUR101 identity.name
        log.info(self.made.label)
        log.info(self.is_new)
        log.info(self.found.greeting)  # expect: PUR101 identity.name
        log.info(self.found.label)
        log.info(self.first.greeting)  # expect: PUR101 identity.name


class Below(PersonView):
    def post(self, request, pk):
        log.info(self.person.greeting)  # expect: PUR101 identity.name
        log.info(self.person.label)
        self.person = None
        log.info(self.person.greeting)


class Unrelated(View):
    def dispatch(self, request, pk):
        self.person = pk
        self.other.person = Person.objects.get(pk=pk)
        return super().dispatch(request, pk)

    def get(self, request, pk):
        log.info(self.person.greeting)


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"

    email = Column(String)  # purpose: account_registration
    plan = Column(String)

    def line(self):
        return f"to {self.email}"

    def short(self):
        return f"on {self.plan}"


class Accounts:
    def __init__(self, session, number):
        self.account = session.query(Account).filter_by(number=number).one()

    def tell(self):
        log.info(self.account.line())  # expect: PUR101 identity.email
        log.info(self.account.short())
