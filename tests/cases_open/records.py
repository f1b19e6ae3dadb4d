"""Feature: records by declaration: dataclasses, named tuples, typed dicts, attrs, pydantic; how they print and how they become dicts.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import dataclasses
import logging
import pydantic
from typing import NamedTuple, TypedDict

log = logging.getLogger(__name__)


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


class Pair(NamedTuple):
    """A tuple with names."""

    email: str
    count: int


class Body(pydantic.BaseModel):
    """A pydantic model."""

    email: str
    count: int
    note: pydantic.SecretStr


def printed_without(silent: Silent):
    log.info("%s", silent)  # open: false PUR101 identity.email
    log.info(silent.email)  # expect: PUR101 identity.email


def printed_mute(mute: Mute):
    log.info("%s", mute)  # open: false PUR101 identity.email
    log.info(mute.email)  # expect: PUR101 identity.email


def tuple_by_position(user):
    pair = Pair(user.email, 3)
    log.info(pair[0])  # open: missing PUR101 identity.email
    first, second = pair
    log.info(first)  # open: missing PUR101 identity.email


def left_out(body: Body):
    log.info(body.model_dump(exclude={"email"}))  # open: false PUR101 identity.email


def chosen(body: Body):
    log.info(body.model_dump(include={"count"}))  # open: false PUR101 identity.email


class Login(pydantic.BaseModel):
    """Hides its password."""

    password: pydantic.SecretStr


def secret(login: Login):
    log.info(login)  # open: false PUR101 credential.password
    log.info(login.password)


def secret_shown(login: Login):
    log.info(login.password.get_secret_value())  # open: missing PUR101 credential.password
