"""Feature: `validate_email`, `validate`, `to_representation`, `perform_create`, `clean`, `serializer.save()`, `form.instance`.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

from pydantic import BaseModel, field_validator

log = logging.getLogger(__name__)


class SignUp(BaseModel):
    contact: str
    email: str

    @field_validator("email")
    @classmethod
    def lowered(cls, value):
        log.info(value)  # open: missing PUR101 identity.email
        return value.lower()
