"""Feature: `try`, `raise`, `except ... as`, `finally`, what an exception was made with, and logging it.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Refused(Exception):
    """Keeps its text."""


class Custom(Exception):
    """Has a field and a printed form of its own."""

    def __init__(self, held):
        super().__init__("refused")
        self.held = held

    def __str__(self):
        return f"refused {self.held}"


class Closed(Exception):
    """Keeps a field but does not print it."""

    def __init__(self, held):
        super().__init__("closed")
        self.held = held


def check(user):
    raise ValueError(f"no access for {user.email}")


def own_class(user):
    try:
        raise Refused(user.email)
    except Refused as error:
        log.info(error)  # open: missing PUR101 identity.email


def own_text(user):
    try:
        raise Custom(user.email)
    except Custom as error:
        log.info(error)  # open: missing PUR101 identity.email


def field_of_an_exception_with_text(user):
    try:
        raise Custom(user.email)
    except Custom as error:
        log.info(error.held)  # open: missing PUR101 identity.email


def own_field(user):
    try:
        raise Closed(user.email)
    except Closed as error:
        log.info(error)
        log.info(error.held)  # open: missing PUR101 identity.email


def raised_again(user):
    try:
        try:
            check(user)
        except ValueError:
            raise
    except ValueError as error:
        log.info(error)  # open: missing PUR101 identity.email


def raised_from(user):
    try:
        try:
            check(user)
        except ValueError as error:
            raise RuntimeError("wrapped") from error
    except RuntimeError:
        log.exception("failed")  # open: missing PUR101 identity.email


def two_handlers(user):
    try:
        check(user)
    except KeyError as error:
        log.info(error)  # open: false PUR101 identity.email
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email


def with_note(user):
    try:
        error = ValueError("no access")
        error.add_note(user.email)
        raise error
    except ValueError:
        log.exception("failed")  # open: missing PUR101 identity.email


def in_groups(user):
    try:
        raise ExceptionGroup("several", [ValueError(user.email)])
    except* ValueError as group:
        log.info(group.exceptions)  # open: missing PUR101 identity.email
