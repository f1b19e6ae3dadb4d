"""Feature: `@staticmethod`, `@classmethod` and `cls(...)`.
How we carry it: a static method has no receiver, a class method's first parameter is the class, and calling `cls` makes an instance of it.
What is approximated: in a class method that nobody is seen to call on a subclass, `cls(...)` makes an instance of the class that defines it.
"""

import logging

log = logging.getLogger(__name__)


class Record:
    """Knows how to be made."""

    def __init__(self, held, other=""):
        self.held = held
        self.other = other

    @staticmethod
    def write(first, second):
        log.info(second)

    @staticmethod
    def same(value):
        return value

    @classmethod
    def make(cls, value):
        return cls(value)

    @classmethod
    def make_clean(cls, value):
        return cls("x", value)

    @classmethod
    def log_it(cls, value):
        cls.write("x", value)


class Child(Record):
    """Inherits all of them."""


def static(user):
    Record.write("x", user.email)  # expect: PUR101 identity.email
    Record.write(user.email, "x")
    Record("y").write("x", user.email)  # expect: PUR101 identity.email
    Record("y").write(user.email, "x")
    log.info(Record.same(user.email))  # expect: PUR101 identity.email


def of_the_class(user):
    log.info(Record.make(user.email).held)  # expect: PUR101 identity.email
    log.info(Record.make_clean(user.email).held)
    log.info(Record.make_clean(user.email).other)  # expect: PUR101 identity.email


def through_cls(user):
    Record.log_it(user.email)  # expect: PUR101 identity.email
    Child.log_it(user.email)  # expect: PUR101 identity.email
    Child.log_it("x")


def of_a_subclass(user):
    log.info(Child.make(user.email).held)  # expect: PUR101 identity.email
    log.info(Child.make("x").held)
