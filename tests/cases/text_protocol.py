"""Feature: `__str__`, `__repr__`, `__format__`, `__bytes__` and `__fspath__`: what an object of the project is as text.
How we carry it: f-strings, `str`, `repr`, `format`, `%` and sinks run the method that Python would ask.
What is approximated: an object inside a container prints as `str` prints it, and `format` of a text does not ask `__format__`.
"""

import logging
import os

log = logging.getLogger(__name__)


class Told:
    """Tells in one form, hides in the other."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return "<told>"

    def __repr__(self):
        return f"Told({self.held})"


class Formatted:
    """Its format is a form of its own."""

    def __init__(self, held):
        self.held = held

    def __format__(self, specification):
        return self.held

    def __str__(self):
        return "<formatted>"


class Represented:
    """Has one form for all."""

    def __init__(self, held):
        self.held = held

    def __repr__(self):
        return self.held


class Same:
    """Says that two forms are one."""

    def __init__(self, held):
        self.held = held

    def __repr__(self):
        return self.held

    __str__ = __repr__


class Packed:
    """Has a form as bytes and a form as a path."""

    def __init__(self, held):
        self.held = held

    def __bytes__(self):
        return self.held.encode()

    def __fspath__(self):
        return self.held


class Loud:
    """Logs when it is printed."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        log.info(self.held)
        return "x"


class Base:
    """Prints what the class below says."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return self.text()

    def text(self):
        return "x"


class Below(Base):
    """Says it."""

    def text(self):
        return self.held


def in_fields(user):
    log.info(f"{Told(user.email)}")
    log.info(f"{Told(user.email)!r}")  # expect: PUR101 identity.email
    log.info(f"{Told(user.email)!s}")
    log.info(f"{Formatted(user.email)}")  # expect: PUR101 identity.email
    log.info(f"{Formatted(user.email):>10}")  # expect: PUR101 identity.email
    log.info(f"{Formatted(user.email)!s}")
    log.info(f"{Represented(user.email)}")  # expect: PUR101 identity.email
    log.info(f"{Represented('x')}")


def by_builtins(user):
    log.info(str(Told(user.email)))
    log.info(repr(Told(user.email)))  # expect: PUR101 identity.email
    log.info(format(Formatted(user.email), ">10"))  # expect: PUR101 identity.email
    log.info(str(Formatted(user.email)))
    log.info(str(Represented(user.email)))  # expect: PUR101 identity.email


def at_a_sink(user):
    log.info("%s", Told(user.email))
    log.info("%s", Represented(user.email))  # expect: PUR101 identity.email
    log.info("told %s" % Represented(user.email))  # expect: PUR101 identity.email
    log.info("told %s" % Told(user.email))
    log.info("%s", Formatted(user.email))


def by_another_name(user):
    log.info("%s", Same(user.email))  # expect: PUR101 identity.email
    log.info(str(Same("x")))


def as_bytes_and_path(user):
    log.info(bytes(Packed(user.email)))  # expect: PUR101 identity.email
    log.info(os.fspath(Packed(user.email)))  # expect: PUR101 identity.email
    log.info(str(Packed(user.email)))


def loud(user):
    text = f"{Loud(user.email)}"  # expect: PUR101 identity.email
    log.info(text)
    text = str(Loud(user.email))  # expect: PUR101 identity.email
    log.info(text)


def by_a_method_below(user):
    log.info("%s", Below(user.email))  # expect: PUR101 identity.email


def in_a_container(user):
    log.info([Represented(user.email)])  # expect: PUR101 identity.email
    log.info({"who": Represented("x")})
