"""Feature: records by declaration: dataclasses, named tuples, typed dicts, attrs, pydantic; how they print and how they become dicts.
How we carry it: declared fields are sources of their own; the printed form shows those it is not told to hide, a dict made of the record those that are asked for.
What is approximated: `include` and `exclude` count where they are literal; what a validator changes is not looked at.
"""

import attrs
import collections
import dataclasses
import flask
import logging
import pydantic
from typing import NamedTuple, TypedDict

log = logging.getLogger(__name__)


@dataclasses.dataclass
class Row:
    """Prints all its fields."""

    email: str
    count: int


class Pair(NamedTuple):
    """A tuple with names."""

    email: str
    count: int


class Form(TypedDict):
    """A dict with known keys."""

    email: str
    count: int


@attrs.define
class Sheet:
    """An attrs class."""

    email: str
    count: int


class Body(pydantic.BaseModel):
    """A pydantic model."""

    email: str
    count: int
    note: pydantic.SecretStr


def fields(row: Row, pair: Pair, form: Form, sheet: Sheet, body: Body):
    log.info(row.email)  # expect: PUR101 identity.email
    log.info(pair.email)  # expect: PUR101 identity.email
    log.info(form["email"])  # expect: PUR101 identity.email
    log.info(sheet.email)  # expect: PUR101 identity.email
    log.info(body.email)  # expect: PUR101 identity.email
    log.info(row.count)
    log.info(pair.count)
    log.info(form["count"])
    log.info(sheet.count)
    log.info(body.count)


def printed(row: Row, sheet: Sheet, body: Body):
    log.info("%s", row)  # expect: PUR101 identity.email
    log.info("%s", sheet)  # expect: PUR101 identity.email
    log.info("%s", body)  # expect: PUR101 identity.email


def printed_tuple(pair: Pair):
    log.info("%s", pair)  # expect: PUR101 identity.email


def printed_dict(form: Form):
    log.info("%s", form)  # expect: PUR101 identity.email


def made(user):
    row = Row(user.email, 3)
    log.info(row)  # expect: PUR101 identity.email
    log.info(row.count)


def made_of_nothing():
    log.info(Row("x", 3))


def tuple_by_position_is_clean(user):
    pair = Pair(user.email, 3)
    log.info(pair[1])
    first, second = pair
    log.info(second)


def as_dicts(row: Row, pair: Pair, sheet: Sheet, body: Body):
    log.info(dataclasses.asdict(row))  # expect: PUR101 identity.email
    log.info(dataclasses.astuple(row))  # expect: PUR101 identity.email
    log.info(pair._asdict())  # expect: PUR101 identity.email
    log.info(attrs.asdict(sheet))  # expect: PUR101 identity.email
    log.info(body.model_dump())  # expect: PUR101 identity.email
    log.info(body.dict())  # expect: PUR101 identity.email
    log.info(body.model_dump_json())  # expect: PUR101 identity.email


def key_of_a_dict(row: Row):
    log.info(dataclasses.asdict(row)["email"])  # expect: PUR101 identity.email


def other_key_of_a_dict(row: Row, body: Body):
    log.info(dataclasses.asdict(row)["count"])
    log.info(body.model_dump()["count"])


def old_named_tuple(user):
    point = collections.namedtuple("point", ["one", "two"])
    made = point(user.email, 2)
    log.info(made.one)  # expect: PUR101 identity.email


@dataclasses.dataclass
class Silent:
    """Keeps a field out of its printed form."""

    email: str = dataclasses.field(repr=False)
    count: int = 0


@dataclasses.dataclass(repr=False)
class Mute:
    """Prints none of its fields."""

    email: str
    count: int


def printed_without(silent: Silent):
    log.info("%s", silent)
    log.info(silent.email)  # expect: PUR101 identity.email


def printed_mute(mute: Mute):
    log.info("%s", mute)
    log.info(mute.email)  # expect: PUR101 identity.email


def tuple_by_position(user):
    pair = Pair(user.email, 3)
    log.info(pair[0])  # expect: PUR101 identity.email
    first, second = pair
    log.info(first)  # expect: PUR101 identity.email


class Login(pydantic.BaseModel):
    """Hides its password."""

    password: pydantic.SecretStr


def secret(login: Login):
    log.info(login)
    log.info(login.password)


def left_out(body: Body):
    log.info(body.model_dump(exclude={"email"}))


def chosen(body: Body):
    log.info(body.model_dump(include={"count"}))


def secret_shown(login: Login):
    log.info(login.password.get_secret_value())  # expect: PUR101 credential.password


@dataclasses.dataclass
class Wide:
    """Has more fields than most."""

    f01: str = ""
    f02: str = ""
    f03: str = ""
    f04: str = ""
    f05: str = ""
    f06: str = ""
    f07: str = ""
    f08: str = ""
    f09: str = ""
    f10: str = ""
    f11: str = ""
    f12: str = ""
    f13: str = ""
    f14: str = ""
    f15: str = ""
    f16: str = ""
    f17: str = ""
    f18: str = ""
    f19: str = ""
    f20: str = ""
    f21: str = ""
    f22: str = ""
    f23: str = ""
    f24: str = ""
    f25: str = ""
    f26: str = ""
    f27: str = ""
    f28: str = ""
    f29: str = ""
    f30: str = ""
    f31: str = ""
    f32: str = ""
    f33: str = ""
    f34: str = ""
    f35: str = ""
    f36: str = ""
    f37: str = ""
    f38: str = ""
    f39: str = ""
    f40: str = ""
    f41: str = ""
    f42: str = ""
    f43: str = ""


def siblings_of_a_wide_record_stay_apart(user):
    record = Wide(f42=user.email)
    log.info(record.f43)
    log.info(record.f42)  # expect: PUR101 identity.email


def stated_of_an_unknown_answer(request: flask.Request):
    form: Form = request.get_json()
    log.info(form)  # expect: PUR101 identity.email
    log.info(form["count"])
    told: Told = request.get_json()
    log.info(told)


class Told(TypedDict):
    """A dict without personal keys."""

    count: int
