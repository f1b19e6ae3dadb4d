"""Feature: `try`, `raise`, `except ... as`, `finally`, what an exception was made with, and logging it.
How we carry it: an exception carries its arguments, notes and members to the handler that its class fits, also across calls; `log.exception` writes it with the exceptions that led to it.
What is approximated: of an exception of a library only its own name and its package are known, so it may reach handlers of other classes of that package and of Python's own.
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


def raised_again(user):
    try:
        try:
            check(user)
        except ValueError:
            raise
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email


def raised_again_by_name(user):
    try:
        try:
            check(user)
        except (TypeError, ValueError) as error:
            raise error
    except KeyError as error:
        log.info(error)
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email


def raised_from(user):
    try:
        try:
            check(user)
        except ValueError as error:
            raise RuntimeError("wrapped") from error
    except RuntimeError as error:
        log.exception("failed")  # expect: PUR101 identity.email
        log.info("failed: %s", error)


def raised_while_handling(user):
    try:
        try:
            check(user)
        except ValueError:
            raise RuntimeError("wrapped")  # noqa: B904
    except RuntimeError:
        log.error("failed", exc_info=True)  # expect: PUR101 identity.email


def raised_from_none(user):
    try:
        try:
            check(user)
        except ValueError:
            raise RuntimeError("wrapped") from None
    except RuntimeError:
        log.exception("failed")


def two_handlers(user):
    try:
        check(user)
    except KeyError as error:
        log.info(error)
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email


def with_note(user):
    try:
        error = ValueError("no access")
        error.add_note(user.email)
        raise error
    except ValueError as caught:
        log.exception("failed")  # expect: PUR101 identity.email
        log.info(caught)
        log.info(caught.__notes__)  # expect: PUR101 identity.email


def with_note_of_a_handler(user):
    try:
        try:
            user.save()
        except ValueError as error:
            error.add_note(f"for {user.email}")
            raise
    except ValueError:
        log.exception("failed")  # expect: PUR101 identity.email


def in_groups(user):
    try:
        raise ExceptionGroup("several", [ValueError(user.email)])
    except* ValueError as group:
        log.info(group.exceptions)  # expect: PUR101 identity.email


def members_of_a_group(user):
    try:
        raise ExceptionGroup("several", [ValueError(user.email), KeyError("place")])
    except* KeyError as group:
        for error in group.exceptions:
            log.info(error)
    except* ValueError as group:
        for error in group.exceptions:
            log.info(error)  # expect: PUR101 identity.email


def group_as_a_whole(user):
    try:
        raise ExceptionGroup("several", [ValueError(user.email)])
    except ExceptionGroup as group:
        log.info("failed: %s", group)
        log.exception("failed")  # expect: PUR101 identity.email
