"""Feature: properties, their setters, and cached properties.
How we carry it: reading a property calls its function, writing one its setter; so do properties made by hand and objects with `__get__` and `__set__`.
What is approximated: what a deleter does is not looked at.
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


def read(user):
    account = Account(user.email)
    log.info(account.shown)  # expect: PUR101 identity.email
    log.info(account.kept)  # expect: PUR101 identity.email
    log.info(account.size)


def read_clean():
    account = Account("x")
    log.info(account.shown)
    log.info(account.kept)


class Customer:
    """A property that is the data."""

    def __init__(self, first, row):
        self.first = first
        self.row = row

    @property
    def contact(self):
        return self.row.email


def source_inside(customer: Customer):
    log.info(customer.contact)  # expect: PUR101 identity.email
    log.info(customer.first)


def written(user):
    account = Account("x")
    account.settable = user.email
    log.info(account.settable)  # expect: PUR101 identity.email
    log.info(account.shown)


def sink_in_a_setter(user):
    account = Account("x")
    account.loud = user.email  # expect: PUR101 identity.email


def by_call(user):
    log.info(Account(user.email).old_style)  # expect: PUR101 identity.email
