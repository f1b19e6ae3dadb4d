"""Feature: list, set, dict and generator comprehensions, nested and with unpacking.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def variable_stays_inside(users, user):
    value = "x"
    found = [value for value in [user.email]]
    log.info(value)  # open: false PUR101 identity.email
    log.info(found)  # expect: PUR101 identity.email
