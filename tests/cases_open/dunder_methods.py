"""Feature: methods that Python calls by itself: `__getitem__`, `__iter__`, `__call__`, `__str__`, `__add__` and their like.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Bag:
    """Overloads what can be overloaded."""

    def __init__(self, held):
        self.held = held

    def __getitem__(self, key):
        return self.held

    def __iter__(self):
        yield self.held

    def __call__(self, prefix):
        return prefix + self.held

    def __add__(self, other):
        return Bag(self.held + other)

    def __contains__(self, value):
        return value == self.held

    def __len__(self):
        return len(self.held)

    def __bool__(self):
        return bool(self.held)

    def __eq__(self, other):
        return self.held == other


class Store:
    """Takes items."""

    def __init__(self):
        self.last = None

    def __setitem__(self, key, value):
        self.last = value

    def __getattr__(self, name):
        return self.last


class Fall:
    """Answers for every name."""

    def __init__(self, held):
        self._held = held

    def __getattr__(self, name):
        return self._held


class Logs:
    """Logs what is put in."""

    def __setitem__(self, key, value):
        log.info(value)

    def __getitem__(self, key):
        log.info(key)
        return 0


def item(user):
    log.info(Bag(user.email)["a"])  # open: missing PUR101 identity.email
    log.info(Bag("x")["a"])


def item_written(user):
    store = Store()
    store["a"] = user.email
    log.info(store.last)  # open: missing PUR101 identity.email


def sink_in_a_dunder(user):
    logs = Logs()
    logs["a"] = user.email  # open: missing PUR101 identity.email


def sink_in_getitem(user):
    logs = Logs()
    logs[user.email]  # open: missing PUR101 identity.email


def any_attribute(user):
    log.info(Fall(user.email).anything)  # open: missing PUR101 identity.email


class Steps:
    """Iterates by hand."""

    def __init__(self, held):
        self.held = held

    def __iter__(self):
        return self

    def __next__(self):
        return self.held


def by_hand(user):
    for value in Steps(user.email):
        log.info(value)  # open: missing PUR101 identity.email


def next_of(user):
    log.info(next(Steps(user.email)))  # open: missing PUR101 identity.email


def listed(user):
    log.info(list(Bag(user.email)))  # open: missing PUR101 identity.email


def in_a_comprehension(user):
    log.info([value for value in Bag(user.email)])  # open: missing PUR101 identity.email
