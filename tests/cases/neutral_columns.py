"""Feature: columns of stored records whose names say of nobody that they are theirs (`payload`, `value`), and what is put into them.
How we carry it: what a record holds when a function ends is stored in its column: by constructor, by attribute, by a manager's method, by a helper; the finding stands at the column, an element once.
What is approximated: a record that is made counts as stored, whether or not it is saved; an element counts only where its source is sure.
"""

from django.db import models
from sqlalchemy import JSON, Column, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Event(models.Model):
    kind = models.CharField(max_length=10)
    payload = models.JSONField()  # expect: PUR301 identity.email
    value = models.CharField(max_length=100)  # expect: PUR301 identity.phone
    kept = models.CharField(max_length=100)  # expect: PUR301 identity.email
    handed = models.CharField(max_length=100)  # expect: PUR301 identity.email; PUR301 identity.phone
    count = models.IntegerField()
    other = models.CharField(max_length=100)
    cleared = models.CharField(max_length=100)
    asked = models.CharField(max_length=100)
    updated = models.CharField(max_length=100)  # expect: PUR301 identity.email
    listed = models.CharField(max_length=100)  # expect: PUR301 identity.email
    asked_for = models.CharField(max_length=100)  # expect: PUR301 identity.email
    named = models.CharField(max_length=100)  # expect: PUR301 identity.email
    found = models.CharField(max_length=100)  # expect: PUR301 identity.email
    tested = models.CharField(max_length=100)  # not-personal: made up in a trial
    declared = models.CharField(max_length=100)


class Visit(Event):
    spot = models.CharField(max_length=100)


class Row(Base):
    __tablename__ = "row"
    id = Column(String, primary_key=True)
    data = Column(JSON)  # expect: PUR301 identity.email
    to = Column(String)  # expect: PUR301 identity.email


def by_manager(user):
    Event.objects.create(kind="x", payload={"who": user.email}, count=len(user.email))
    Event.objects.create(kind="x", other=user.pk)


def by_constructor(user):
    Visit(kind="x", value=user.phone_number, spot="here").save()


def by_attribute(user):
    event = Event(kind="x")
    event.kept = user.email
    event.cleared = user.email
    event.cleared = ""
    event.save()


def put(event: Event, what):
    event.handed = what


def by_helper(user):
    event = Event(kind="x")
    put(event, user.email)
    put(Visit(kind="x"), user.phone_number)


def of_the_store(user):
    event = Event.objects.get(pk=1)
    event.asked_for = user.email
    event.save()
    for each in Event.objects.all():
        each.named = user.email
        each.save()
    put_found(Event.objects.first(), user.email)


def put_found(event, what):
    event.found = what


def said(user):
    Event(kind="x", tested=user.email).save()


def declared_where_it_is_read(user):
    Event(kind="x", declared=user.email).save()  # purpose: messaging


def by_update(user):
    Event.objects.filter(kind="x").update(updated=user.email)


def by_list(users):
    Event.objects.bulk_create([Event(kind="x", listed=user.email) for user in users])


def asked_only(user):
    return Event.objects.filter(asked=user.email).first()


def by_session(session, user):
    session.add(Row(data={"who": user.email}))
    row = Row()
    row.to = f"<{user.email}>"
    session.add(row)
