"""Feature: what calls of object mappers other than Django's put into columns of stored records that say of nobody that they are theirs.
How we carry it: an entry says which methods of a query, of a stored class or of a record set fields: by keyword, by operators before them, by mappings of names or of columns; rows of tuples fill the columns that the call lists beside them.
What is approximated: columns listed by a variable are not looked into, nor keys that nobody knows.
"""

import beanie
import mongoengine
import peewee
import pony.orm as pony
import redis_om
from beanie.operators import Set
from sqlalchemy import Column, String, insert
from sqlalchemy.orm import declarative_base
from sqlmodel import SQLModel
from tortoise import fields
from tortoise.models import Model

Base = declarative_base()
db = pony.Database()


class Note(peewee.Model):
    made = peewee.TextField()  # expect: PUR301 identity.email
    sought = peewee.TextField()
    filled = peewee.TextField()  # expect: PUR301 identity.email
    put = peewee.TextField()  # expect: PUR301 identity.email
    rows = peewee.TextField()  # expect: PUR301 identity.email; PUR301 identity.phone
    changed = peewee.TextField()  # expect: PUR301 identity.email
    keyed = peewee.TextField()  # expect: PUR301 identity.phone
    asked = peewee.TextField()
    found = peewee.TextField()  # expect: PUR301 identity.email
    handed = peewee.TextField()  # expect: PUR301 identity.email
    other = peewee.TextField()
    by_id = peewee.TextField()  # expect: PUR301 identity.email
    value = peewee.TextField()  # expect: PUR301 identity.phone
    defaults = peewee.TextField()  # expect: PUR301 identity.phone
    first = peewee.TextField()  # expect: PUR301 identity.email
    second = peewee.TextField()
    third = peewee.TextField()  # expect: PUR301 identity.phone
    fourth = peewee.TextField()  # expect: PUR301 identity.email


def peewee_calls(user, people):
    Note.create(made=user.email, other="x")
    Note.get_or_create(sought="x", defaults={"filled": user.email})
    Note.insert({"put": user.email, Note.other: len(user.email)}).execute()
    Note.insert_many([{"rows": user.email, "other": "x"}, {"rows": user.phone_number}]).execute()
    Note.update(changed=user.email).where(Note.asked == user.email).execute()
    Note.update({Note.keyed: user.phone_number}).execute()
    Note.set_by_id(1, {"by_id": user.email})
    Note.create(value=user.phone_number)
    Note.insert(defaults=user.phone_number).execute()
    note = Note.get_by_id(1)
    note.found = user.email
    note.save()
    Note.select().where(Note.asked == user.email).first()
    put_values({"handed": user.email, "other": "x"})


def peewee_tuples(user, people):
    Note.insert_many([(user.email, "x")], fields=[Note.first, Note.second]).execute()
    Note.insert_many([(len(user.email), person.phone_number) for person in people], [Note.second, Note.third]).execute()
    rows = []
    for person in people:
        rows.append(("x", person.email))
    Note.replace_many(rows, fields=["second", "fourth"]).execute()


def put_values(values):
    Note.update(values).execute()


class Page(Model):
    made = fields.TextField()  # expect: PUR301 identity.email
    filled = fields.TextField()  # expect: PUR301 identity.email
    changed = fields.TextField()  # expect: PUR301 identity.email
    listed = fields.TextField()  # expect: PUR301 identity.phone
    asked = fields.TextField()
    other = fields.TextField()
    found = fields.TextField()  # expect: PUR301 identity.phone
    data = fields.JSONField()  # expect: PUR301 identity.email


async def tortoise_calls(user):
    await Page.create(made=user.email)
    await Page.create(data={"to": user.email, "other": "x"})
    await Page.get_or_create(other="x", defaults={"filled": user.email})
    await Page.filter(asked=user.email).update(changed=user.email)
    page = await Page.get_or_none(asked=user.email)
    page.update_from_dict({"listed": user.phone_number, "other": "x"})
    await page.save()
    one, made = await Page.get_or_create(other="x")
    one.found = user.phone_number


class Row(Base):
    __tablename__ = "row"
    id = Column(String, primary_key=True)
    changed = Column(String)  # expect: PUR301 identity.email
    keyed = Column(String)  # expect: PUR301 identity.phone
    bulk = Column(String)  # expect: PUR301 identity.email
    asked = Column(String)
    other = Column(String)
    stated = Column(String)


def sqlalchemy_calls(session, user, people):
    session.query(Row).filter_by(asked=user.email).update({"changed": user.email})
    session.query(Row).filter(Row.asked == user.email).update({Row.keyed: user.phone_number}, synchronize_session=False)
    session.bulk_insert_mappings(Row, [{"bulk": user.email, "other": len(user.email)} for user in people])


def sqlalchemy_insert(session, user):
    session.execute(insert(Row).values(stated=user.email))  # expect: PUR301 identity.email


class Item(mongoengine.Document):
    made = mongoengine.StringField()  # expect: PUR301 identity.email
    changed = mongoengine.StringField()  # expect: PUR301 identity.email
    added = mongoengine.ListField()  # expect: PUR301 identity.phone
    own = mongoengine.StringField()  # expect: PUR301 identity.email
    taken = mongoengine.ListField()
    asked = mongoengine.StringField()
    deep = mongoengine.DictField()  # expect: PUR301 identity.email
    begun = mongoengine.DictField()  # expect: PUR301 identity.email
    later = mongoengine.StringField()  # expect: PUR301 identity.phone
    spread = mongoengine.StringField()  # expect: PUR301 identity.email
    raw = mongoengine.StringField()  # expect: PUR301 identity.phone
    unset = mongoengine.StringField()


def mongoengine_calls(user):
    Item.objects.create(made=user.email)
    Item.objects(asked=user.email).update(set__changed=user.email, push__added=user.phone_number)
    Item.objects(asked=user.email).update_one(pull__taken=user.email, set__deep__who=user.email)
    Item.objects(asked="x").update(**{"set__spread": user.email, "pull__unset": user.email})
    Item.objects(asked="x").update(__raw__={"$set": {"raw": user.phone_number}, "$pull": {"unset": user.email}})
    item = Item.objects.get(asked=user.email)
    item.update(own=user.email)
    Item(begun={"to": user.email}, asked="x").save()
    item = Item()
    item.later = user.phone_number
    item.save()


class Doc(beanie.Document):
    made: str  # expect: PUR301 identity.email
    changed: str  # expect: PUR301 identity.email
    named: str  # expect: PUR301 identity.phone
    raw: str  # expect: PUR301 identity.email
    called: str  # expect: PUR301 identity.email
    gone: str
    asked: str


async def beanie_calls(user):
    await Doc(made=user.email).insert()
    doc = await Doc.find_one(Doc.asked == user.email)
    await doc.set({Doc.changed: user.email})
    await doc.update({"$set": {Doc.raw: user.email}, "$pull": {Doc.gone: user.email}})
    await doc.update(Set({Doc.called: user.email}))
    await Doc.find(Doc.asked == user.email).set({"named": user.phone_number})


class Card(SQLModel, table=True):
    made: str  # expect: PUR301 identity.email
    changed: str  # expect: PUR301 identity.email
    later: str  # expect: PUR301 identity.phone
    other: str


def sqlmodel_calls(user, card: Card):
    Card.model_validate({"made": user.email, "other": "x"}, update={"later": user.phone_number})
    card.sqlmodel_update({"changed": user.email})


class Slip(db.Entity):
    made = pony.Optional(str)  # expect: PUR301 identity.email
    changed = pony.Optional(str)  # expect: PUR301 identity.phone
    asked = pony.Optional(str)


def pony_calls(user):
    Slip(made=user.email)
    slip = Slip.get(asked=user.email)
    slip.set(changed=user.phone_number)


class Key(redis_om.HashModel):
    made: str  # expect: PUR301 identity.email
    found: str  # expect: PUR301 identity.phone
    changed: str  # expect: PUR301 identity.email
    asked: str


def redis_om_calls(user):
    Key(made=user.email, asked="x").save()
    key = Key.get("x")
    key.found = user.phone_number
    Key.find(Key.asked == user.email).first().update(changed=user.email)
