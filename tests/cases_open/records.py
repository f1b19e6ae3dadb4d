"""Feature: records by declaration: dataclasses, named tuples, typed dicts, attrs, pydantic; how they print and how they become dicts.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import dataclasses
import logging
import pydantic
from typing import NamedTuple, TypedDict

log = logging.getLogger(__name__)


class Pair(NamedTuple):
    """A tuple with names."""

    email: str
    count: int


class Body(pydantic.BaseModel):
    """A pydantic model."""

    email: str
    count: int
    note: pydantic.SecretStr


def left_out(body: Body):
    log.info(body.model_dump(exclude={"email"}))  # open: false PUR101 identity.email


def chosen(body: Body):
    log.info(body.model_dump(include={"count"}))  # open: false PUR101 identity.email


class Login(pydantic.BaseModel):
    """Hides its password."""

    password: pydantic.SecretStr


def secret_shown(login: Login):
    log.info(login.password.get_secret_value())  # open: missing PUR101 credential.password
