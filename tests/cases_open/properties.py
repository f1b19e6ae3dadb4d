"""Feature: properties, their setters, and cached properties.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
from functools import cached_property

log = logging.getLogger(__name__)


class Account:
    """Shows a field in other ways."""

    def __init__(self, held):
        self._held = held
        self._count = 0

    @property
    def shown(self):
        return self._held

    @property
    def size(self):
        return len(self._held)

    @property
    def settable(self):
        return self._count

    @settable.setter
    def settable(self, value):
        self._count = value

    @property
    def loud(self):
        return 0

    @loud.setter
    def loud(self, value):
        log.info(value)

    @cached_property
    def kept(self):
        return self._held + "x"

    def _get(self):
        return self._held

    old_style = property(_get)


def written(user):
    account = Account("x")
    account.settable = user.email
    log.info(account.settable)  # open: missing PUR101 identity.email
    log.info(account.shown)


def sink_in_a_setter(user):
    account = Account("x")
    account.loud = user.email  # open: missing PUR101 identity.email


def by_call(user):
    log.info(Account(user.email).old_style)  # open: missing PUR101 identity.email
