"""Feature: `__str__` and `__repr__` of one class that show different things.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Cart:
    def __init__(self, owner):
        self.owner = owner

    def __repr__(self):
        return f"<Cart of {self.owner.email}>"

    def __str__(self):
        return "<Cart>"


def shown_by_the_logger(user):
    log.info("%r", Cart(user))  # open: missing PUR101 identity.email


def shown_in_a_list(user):
    log.info([Cart(user)])  # open: missing PUR101 identity.email
