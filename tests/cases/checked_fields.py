"""Feature: functions that get each field of a class: `field_validator("*")`, `field_serializer`, `Annotated[str, AfterValidator(check)]`.
How we carry it: the parameter is what the fields hold that the decorator names, or whose annotation names the function, also behind the name that a module gives to an annotation.
What is approximated: of several fields a function gets any; a function made on the spot (`AfterValidator(partial(...))`) is not looked into.
"""

import logging
from typing import Annotated, Optional

from pydantic import AfterValidator, BaseModel, PlainSerializer, field_serializer, field_validator

log = logging.getLogger(__name__)


def told(value):
    log.info(value)  # expect: PUR101 identity.email
    return value


def untold(value):
    log.info(value)
    return value


def named(value):
    log.info(value)  # expect: PUR101 identity.phone
    return value


def counted(value):
    log.info(len(value))
    return value


Number = Annotated[str, AfterValidator(named)]


class Contact(BaseModel):
    """One field is personal by its name, one by nothing."""

    email: Annotated[str, AfterValidator(told), PlainSerializer(counted)]
    theme: Annotated[str, AfterValidator(untold)]
    phone_number: Optional[Number] = None

    @field_validator("*")
    @classmethod
    def every(cls, value):
        log.info(value)  # expect: PUR101 identity.email; PUR101 identity.phone
        return value

    @field_serializer("email")
    def shown(self, value):
        log.info(value)  # expect: PUR101 identity.email
        return value

    @field_serializer("theme")
    def shown_theme(self, value):
        log.info(value)
        return value
