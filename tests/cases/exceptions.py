"""Feature: `try`, `raise`, `except ... as`, `finally`, what an exception was made with, and logging it.
How we carry it: an exception carries its arguments to the handler around it, also across calls, and `log.exception` writes it.
What is approximated: handlers are not told apart by the class they name; an exception of the project's own, raised in the very `try`, loses what it keeps; a plain `raise` and causes are not followed, notes and groups with low confidence.
"""

import contextlib
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


def check_quietly(user):
    raise ValueError("no access")


def variable_set_before(user):
    value = ""
    try:
        value = user.email
        value.encode("ascii")
    except UnicodeError:
        log.info(value)  # expect: PUR101 identity.email
    finally:
        log.info(value)  # expect: PUR101 identity.email


def caught_here(user):
    try:
        raise ValueError(f"no access for {user.email}")
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email
        log.info("%s", str(error))  # expect: PUR101 identity.email
        log.info(f"{error}")  # expect: PUR101 identity.email
        log.info(error.args)  # expect: PUR101 identity.email
        log.info(error.args[0])  # expect: PUR101 identity.email


def constant_text(user):
    try:
        raise ValueError("no access")
    except ValueError as error:
        log.info(error)
        log.exception("failed")


def across_a_call(user):
    try:
        check(user)
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email
    try:
        check_quietly(user)
    except ValueError as error:
        log.info(error)


def with_its_trace(user):
    try:
        check(user)
    except ValueError:
        log.exception("failed")  # expect: PUR101 identity.email


def with_its_trace_by_keyword(user):
    try:
        check(user)
    except ValueError:
        log.error("failed", exc_info=True)  # expect: PUR101 identity.email
        log.error("failed", exc_info=False)
        log.error("failed")


def wrapped(user):
    try:
        try:
            check(user)
        except ValueError as error:
            raise RuntimeError(str(error)) from None
    except RuntimeError as error:
        log.info(error)  # expect: PUR101 identity.email


def else_and_finally(user):
    value = "x"
    try:
        user.save()
    except ValueError:
        value = "y"
    else:
        value = user.email
    finally:
        log.info(value)  # expect: PUR101 identity.email


def kept_for_later(user):
    failure = None
    try:
        check(user)
    except ValueError as error:
        failure = error
    log.info(failure)  # expect: PUR101 identity.email


def asserted(user):
    try:
        assert user.active, user.email
    except AssertionError as error:
        log.info(error)  # expect: PUR101 identity.email


def suppressed(user):
    with contextlib.suppress(ValueError):
        check(user)
    log.info("done")


def returned_in_try(user):
    try:
        return user.email
    finally:
        log.info("done")


def own_class(user):
    try:
        raise Refused(user.email)
    except Refused as error:
        log.info(error)  # expect: PUR101 identity.email


def own_text(user):
    try:
        raise Custom(user.email)
    except Custom as error:
        log.info(error)  # expect: PUR101 identity.email


def field_of_an_exception_with_text(user):
    try:
        raise Custom(user.email)
    except Custom as error:
        log.info(error.held)  # expect: PUR101 identity.email


def own_field(user):
    try:
        raise Closed(user.email)
    except Closed as error:
        log.info(error)
        log.info(error.held)  # expect: PUR101 identity.email


def with_note(user):
    try:
        error = ValueError("no access")
        error.add_note(user.email)
        raise error
    except ValueError:
        log.exception("failed")  # expect: PUR101 identity.email


def in_groups(user):
    try:
        raise ExceptionGroup("several", [ValueError(user.email)])
    except* ValueError as group:
        log.info(group.exceptions)  # expect: PUR101 identity.email
