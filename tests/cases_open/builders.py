"""Feature: methods that return their own object, constructors by `__new__`, and chains of both.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Made:
    """Is made by `__new__`."""

    def __new__(cls, value):
        made = super().__new__(cls)
        made.held = value
        return made


def made_by_new(user):
    log.info(Made(user.email).held)  # open: missing PUR101 identity.email
    log.info(Made("x").held)
