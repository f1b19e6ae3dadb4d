"""Feature: methods that Python calls by itself: `__getitem__`, `__iter__`, `__call__`, `__str__`, `__add__` and their like.
How we carry it: loops, calls and printing of an object of the project go to the method that its class defines.
What is approximated: `__getitem__`, `__setitem__`, `__getattr__` and `__next__` are not followed, nor `__iter__` outside of loops; other operators hand on what their operands hold.
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


class Printed:
    """Prints what it holds."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return f"<{self.held}>"

    def __format__(self, specification):
        return self.held


class Hidden:
    """Prints nothing of it."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return "<hidden>"


def loop(user):
    for value in Bag(user.email):
        log.info(value)  # expect: PUR101 identity.email


def called(user):
    log.info(Bag(user.email)("x"))  # expect: PUR101 identity.email
    log.info(Bag("x")("y"))


def added(user):
    log.info((Bag(user.email) + "x").held)  # expect: PUR101 identity.email
    log.info((Bag("x") + "y").held)


def printed(user):
    log.info("%s", Printed(user.email))  # expect: PUR101 identity.email
    log.info(f"{Printed(user.email)}")  # expect: PUR101 identity.email
    log.info(str(Printed(user.email)))  # expect: PUR101 identity.email
    log.info("%s", Hidden(user.email))
    log.info(f"{Hidden(user.email)}")


def measured(user):
    bag = Bag(user.email)
    log.info(len(bag))
    log.info("x" in bag)
    log.info(bag == "x")
    log.info(bool(bag))
