"""Feature: records made into other things: copies with changes, dicts and tuples of their fields, records of mappings.
How we carry it: an entry says what a call makes of a record, so that each field keeps what it holds.
What is approximated: of an object whose class is not known, a dict holds everything that it has.
"""

import attrs
import copy
import dataclasses
import logging
import pydantic
from typing import NamedTuple

log = logging.getLogger(__name__)


@dataclasses.dataclass
class Row:
    """A dataclass whose first field is named after nothing."""

    held: str
    count: int = 0


class Pair(NamedTuple):
    """A named tuple."""

    held: str
    count: int = 0


@attrs.define
class Sheet:
    """An attrs class whose first field loses its underscore."""

    _held: str
    count: int = 0

    def show(self):
        log.info(self._held)


class Body(pydantic.BaseModel):
    """A model with an alias."""

    held: str = pydantic.Field(alias="heldBy")
    count: int = 0


class Outer(pydantic.BaseModel):
    """A model within a model."""

    body: Body
    state: str


@dataclasses.dataclass
class Declared:
    """A dataclass whose field is personal."""

    email: str
    count: int


def replaced(user):
    row = Row("x", 3)
    other = dataclasses.replace(row, held=user.email)
    log.info(other.held)  # expect: PUR101 identity.email
    log.info(other.count)
    log.info(row.held)


def replaced_clean(user):
    row = Row(user.email, 3)
    other = dataclasses.replace(row, held="x")
    log.info(other)
    log.info(row)  # expect: PUR101 identity.email


def replaced_declared(declared: Declared):
    clean = dataclasses.replace(declared, email="")
    log.info(clean)
    log.info(clean.email)
    log.info(declared)  # expect: PUR101 identity.email


def as_dict(user):
    row = Row(user.email, 3)
    made = dataclasses.asdict(row)
    log.info(made["held"])  # expect: PUR101 identity.email
    log.info(made["count"])
    log.info(made)  # expect: PUR101 identity.email
    made.pop("held")
    log.info(made)
    log.info(row)  # expect: PUR101 identity.email


def as_tuple(user):
    made = dataclasses.astuple(Row(user.email, 3))
    log.info(made[0])  # expect: PUR101 identity.email
    log.info(made[1])
    held, count = made
    log.info(held)  # expect: PUR101 identity.email
    log.info(count)


def names_alone(declared: Declared):
    log.info([field.name for field in dataclasses.fields(declared)])
    log.info(dataclasses.is_dataclass(declared))


def copied(user):
    row = Row(user.email, 3)
    twin = copy.copy(row)
    twin.held = "x"
    log.info(twin.held)
    log.info(row.held)  # expect: PUR101 identity.email
    log.info(copy.deepcopy(row).held)  # expect: PUR101 identity.email
    log.info(copy.deepcopy(row).count)


def named_tuple(user):
    pair = Pair(user.email, 3)
    log.info(pair._asdict()["held"])  # expect: PUR101 identity.email
    log.info(pair._asdict()["count"])
    log.info(pair._replace(held="x"))
    log.info(pair._replace(held="x")[0])
    log.info(pair._replace(count=4)[0])  # expect: PUR101 identity.email
    log.info(Pair("x")._replace(held=user.email).held)  # expect: PUR101 identity.email


def printed_tuple(user):
    log.info(Pair(user.email))  # expect: PUR101 identity.email
    log.info(Pair("x"))


def handed_in(pair: Pair):
    log.info(pair[1])
    log.info(pair[0])


def hands_in(user):
    handed_in(Pair(user.email, 1))  # expect: PUR101 identity.email


def attrs_class(user):
    Sheet(held=user.email).show()  # expect: PUR101 identity.email
    log.info(attrs.evolve(Sheet("x"), count=1))
    log.info(attrs.asdict(Sheet(user.email))["count"])
    log.info(attrs.astuple(Sheet(user.email))[0])  # expect: PUR101 identity.email


def by_alias(user):
    body = Body(heldBy=user.email)
    log.info(body.held)  # expect: PUR101 identity.email
    log.info(body.count)
    log.info(body.model_dump()["held"])  # expect: PUR101 identity.email
    log.info(body.model_dump(include={"count"}))
    log.info(body.model_dump(exclude={"held": True}))
    log.info(body.model_dump_json(exclude=["held"]))
    log.info(body.model_dump_json())  # expect: PUR101 identity.email


def model_copies(user):
    body = Body(heldBy="x")
    log.info(body.model_copy(update={"held": user.email}).held)  # expect: PUR101 identity.email
    log.info(body.model_copy(update={"count": user.email}).held)
    log.info(body.held)


def models_made(user):
    log.info(Body.model_validate({"heldBy": user.email}).held)  # expect: PUR101 identity.email
    log.info(Body.model_validate({"heldBy": user.email}).count)
    log.info(Body.model_construct(held=user.email).held)  # expect: PUR101 identity.email
    log.info(Body.model_construct(held=user.email).count)
    log.info(Body(**{"heldBy": user.email}).held)  # expect: PUR101 identity.email


def within(user):
    outer = Outer(body=Body(heldBy=user.email), state="new")
    log.info(outer.model_dump()["body"]["held"])  # expect: PUR101 identity.email
    log.info(outer.model_dump()["body"]["count"])
    log.info(outer.model_dump()["state"])
    log.info(outer)  # expect: PUR101 identity.email
    log.info(outer.model_dump(exclude={"body"}))


def nobody_knows_the_class(record):
    log.info(dataclasses.asdict(record))


def knows_the_class(user):
    nobody_knows_the_class(Row(user.email))  # expect: PUR101 identity.email
    nobody_knows_the_class(Row("x"))
