"""Feature: a record that a function makes of a text that it was handed.
How we carry it: what is text at the caller is in the record as a whole, nobody knows in which field; a mapping's items go into the fields of their names alone.
What is approximated: the record's text holds all that the text held, also what no field takes.
"""

import logging
from typing import Any

from pydantic import BaseModel

log = logging.getLogger(__name__)


class Event(BaseModel):
    kind: str
    data: dict[str, Any]


class Thin(BaseModel):
    state: str


def read(payload: str):
    event = Event.model_validate_json(payload)
    log.info(event.model_dump_json())


def kind_of(payload: str):
    log.info(Event.model_validate_json(payload).kind)


def of_mapping(values):
    log.info(Thin.model_validate(values).model_dump_json())


def hands(user):
    event = Event(kind="user.created", data={"email": user.email})
    read(event.model_dump_json())  # expect: PUR101 identity.email
    kind_of(event.model_dump_json())
    of_mapping({"email": user.email})
    of_mapping({"state": "ready"})
