"""Feature: a field with a purpose, and where else its data is kept: a cache, a file, another record's column.
How we carry it: the field's declaration covers keeping it as it is; a copy in a column of another record asks for a purpose where it is put in, at the column or around, and that stays within the field's.
What is approximated: what comes from a request's own field, which stores nothing itself, is covered by that field's declaration in every column.
"""

from django.core.cache import cache
from django.db import models
from pydantic import BaseModel, EmailStr


class Person(models.Model):
    email = models.EmailField()  # purpose: account_registration


class Letter(models.Model):
    to = models.CharField(max_length=100)  # expect: PUR301 identity.email
    sender = models.CharField(max_length=100)  # purpose: identity.email for account_registration
    reply = models.CharField(max_length=100)
    reused = models.CharField(max_length=100)  # expect: PUR403 identity.email
    asked = models.CharField(max_length=100)


class SignUp(BaseModel):
    email: EmailStr  # purpose: messaging


def kept_for_later(person: Person):
    cache.set("last", person.email)


def written(person: Person):
    with open("people.txt", "w") as file:
        file.write(person.email)


def copied(person: Person):
    Letter.objects.create(to=person.email)


def declared_at_the_column(person: Person):
    Letter.objects.create(sender=person.email)


def declared_where_it_is_put(person: Person):
    Letter.objects.create(reply=person.email)  # purpose: account_registration


def kept_for_another_end(person: Person):
    Letter.objects.create(reused=person.email)  # purpose: messaging


def asked_of_a_visitor(form: SignUp):
    Letter.objects.create(asked=form.email)
