"""Feature: what is put into the mapping or the list that a column of a stored record holds, a purpose or an ignore where it is put in, and attributes by computed names.
How we carry it: what is read out of such a column can be filled; each statement that puts something in is a way of its own, which its own purpose or ignore covers, nearest first, then back along the flow.
What is approximated: mappings within mappings of a record that a query gave are not told apart; a function is known to fill what it is handed by the type of its parameter.
"""

import mongoengine
from django.db import models
from sqlalchemy import JSON, Column, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Entry(models.Model):
    by_key = models.JSONField(default=dict)  # expect: PUR301 identity.email
    by_update = models.JSONField(default=dict)  # expect: PUR301 identity.email
    by_default = models.JSONField(default=dict)  # expect: PUR301 identity.phone
    by_append = models.JSONField(default=list)  # expect: PUR301 identity.phone
    by_alias = models.JSONField(default=dict)  # expect: PUR301 identity.email
    by_key_itself = models.JSONField(default=dict)  # expect: PUR301 identity.email
    made_here = models.JSONField(default=dict)  # expect: PUR301 identity.email
    handed = models.JSONField(default=dict)  # expect: PUR301 identity.email
    own = models.JSONField(default=dict)  # expect: PUR301 identity.email
    either = models.JSONField(default=dict)  # expect: PUR301 identity.email
    in_loop = models.JSONField(default=dict)  # expect: PUR301 identity.email
    lengths = models.JSONField(default=dict)
    read_only = models.JSONField(default=dict)
    copied = models.JSONField(default=dict)
    overwritten = models.JSONField(default=dict)
    taken_out = models.JSONField(default=dict)
    let_go = models.JSONField(default=dict)
    looked_up = models.JSONField(default=dict)
    text = models.CharField(max_length=10)

    def tell(self, user):
        self.own["who"] = user.email
        self.save()


def by_key(user):
    entry = Entry.objects.get(pk=1)
    entry.by_key["who"] = user.email
    entry.by_update.update(who=user.email, at=1)
    entry.by_default.setdefault("who", user.phone_number)
    entry.by_append.append(user.phone_number)
    entry.lengths["who"] = len(user.email)
    entry.save()


def by_alias(user):
    entry = Entry.objects.get(pk=1)
    held = entry.by_alias
    held["who"] = user.email
    entry.by_key_itself[user.email] = 1
    entry.save()


def made_here(user):
    entry = Entry(made_here={})
    entry.made_here["who"] = user.email
    entry.save()


def fill(entry: Entry, what):
    entry.handed["who"] = what


def by_helper(user):
    entry = Entry.objects.get(pk=1)
    fill(entry, user.email)
    entry.save()


def either(user, test):
    entry = Entry.objects.get(pk=1)
    if test:
        entry.either["who"] = user.email
    entry.save()


def in_loop(user):
    for entry in Entry.objects.all():
        entry.in_loop["who"] = user.email
        entry.save()


def silent(user):
    entry = Entry.objects.get(pk=1)
    known = entry.read_only.get("at")
    mine = dict(entry.copied)
    mine["who"] = user.email
    entry.overwritten["who"] = user.email
    entry.overwritten["who"] = ""
    entry.taken_out["who"] = user.email
    del entry.taken_out["who"]
    entry.let_go["who"] = user.email
    entry.let_go = {}
    entry.save()
    return known, mine, entry.looked_up.get(user.email)


class Row(Base):
    __tablename__ = "row"
    id = Column(String, primary_key=True)
    data = Column(JSON)  # expect: PUR301 identity.email
    text = Column(String)


def by_session(session, user):
    row = session.query(Row).filter_by(id="1").one()
    row.data["who"] = user.email
    session.commit()


class Item(mongoengine.Document):
    tags = mongoengine.ListField()  # expect: PUR301 identity.email


def by_document(user):
    item = Item.objects.get(id=1)
    item.tags.append(user.email)
    item.save()


class Setting(models.Model):
    value = models.CharField(max_length=10)  # expect: PUR301 identity.email
    looped = models.CharField(max_length=10)  # expect: PUR301 identity.email
    listed = models.CharField(max_length=10)  # expect: PUR301 identity.phone
    beside = models.CharField(max_length=10)
    unnamed = models.CharField(max_length=10)


def by_name(user):
    row = Setting.objects.get(pk=1)
    setattr(row, "value", user.email)
    for name, held in {"looped": user.email, "beside": "x"}.items():
        setattr(row, name, held)
    for name, held in [("listed", user.phone_number), ("beside", "y")]:
        setattr(row, name, held)
    row.save()


def by_unknown_name(user, name):
    row = Setting.objects.get(pk=1)
    setattr(row, name, user.email)


class Letter(models.Model):
    declared = models.CharField(max_length=10)
    declared_once = models.CharField(max_length=10)  # expect: PUR301 identity.email
    in_function = models.CharField(max_length=10)
    by_maker = models.CharField(max_length=10)
    by_caller = models.CharField(max_length=10)
    kept = models.JSONField(default=dict)
    forbidden = models.CharField(max_length=10)  # purpose: messaging
    ignored = models.CharField(max_length=10)
    ignored_once = models.CharField(max_length=10)  # expect: PUR301 identity.email
    ignored_there = models.CharField(max_length=10)  # purposelint: ignore[PUR301] the post office asks for it


def declared(user):
    email = user.email
    letter = Letter(declared_once=email)  # purpose: messaging
    letter.declared = email  # purpose: messaging
    letter.kept["who"] = email  # purpose: messaging
    letter.forbidden = email
    letter.save()


def not_declared(user):
    email = user.email
    Letter(declared_once=email).save()


def declared_for_all(user):
    # purpose of this function: messaging
    email = user.email
    Letter(in_function=email).save()


def maker(email):
    return Letter(by_maker=email)  # purpose: messaging


def put(letter: Letter, email):
    letter.by_caller = email


def callers(user):
    email = user.email
    letter = maker(email)
    put(letter, email)  # purpose: messaging
    letter.save()


def ignored(user):
    email = user.email
    Letter(ignored=email).save()  # purposelint: ignore[PUR301] the post office asks for it
    Letter(ignored_once=email).save()  # purposelint: ignore[PUR301] the post office asks for it
    Letter(ignored_there=email).save()


def not_ignored(user):
    email = user.email
    Letter(ignored_once=email).save()


def useless(kind):
    Letter(declared="x").save()  # purpose: messaging  # expect: PUR404
    Letter(ignored="x").save()  # purposelint: ignore[PUR301] nothing is there  # expect: PUR406
