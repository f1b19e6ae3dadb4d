"""Feature: `try`, `raise`, `except ... as`, `finally`, what an exception was made with, and logging it.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def check(user):
    raise ValueError(f"no access for {user.email}")


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
