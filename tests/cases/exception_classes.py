"""Feature: which handler gets an exception, and what exceptions of the project's own keep.
How we carry it: by the class it was made of: Python's own classes with all above them, the project's with their bases.
What is approximated: exceptions told apart on one way are at most twelve classes, those that carry data first; `contextlib.suppress` stops none.
"""

import logging
import sys
import traceback

from exception_classes_helper import Denied, First, Gone, Trouble, any_step, find, find_quietly

log = logging.getLogger(__name__)

STORAGE_ERRORS = (OSError, LookupError)


class Locked(Trouble):
    """Keeps what it is about, under a text without it."""

    def __init__(self, user, *, reason="locked"):
        super().__init__(f"account is {reason}")
        self.user = user
        self.address = user.email


class Bare(Exception):
    """Has an `__init__` that hands nothing on: Python keeps the arguments all the same."""

    def __init__(self, address):
        self.address = address


def by_base_class(user):
    try:
        raise FileNotFoundError(user.email)
    except LookupError as error:
        log.info(error)
    except OSError as error:
        log.info(error)  # expect: PUR101 identity.email
    except Exception as error:
        log.info(error)


def by_older_name(user):
    try:
        raise OSError(user.email)
    except IOError as error:  # noqa: UP024
        log.info(error)  # expect: PUR101 identity.email


def by_everything(user):
    try:
        raise ValueError(user.email)
    except Exception as error:
        log.info(error)  # expect: PUR101 identity.email


def by_nothing(user):
    try:
        raise ValueError(user.email)
    except:  # noqa: E722
        log.exception("failed")  # expect: PUR101 identity.email


def by_several(user):
    try:
        raise KeyError(user.email)
    except STORAGE_ERRORS as error:
        log.info(error)  # expect: PUR101 identity.email


def passed_by(user):
    try:
        try:
            raise KeyError(user.email)
        except ValueError as error:
            log.info(error)
    except KeyError as error:
        log.info(error)  # expect: PUR101 identity.email


def not_even_a_class(user):
    try:
        raise ValueError
    except ValueError as error:
        log.info(error)


def of_another_file(user):
    try:
        find(user)
    except Gone as error:
        log.info(error)
    except Denied as error:
        log.info(error)  # expect: PUR101 identity.email


def of_another_file_by_base(user):
    try:
        find(user)
    except Trouble as error:
        log.info(error)  # expect: PUR101 identity.email


def of_another_file_quiet(user):
    try:
        find_quietly(user)
    except Trouble as error:
        log.info(error)
        log.exception("failed")


def own_text_and_field(user):
    try:
        raise Locked(user)
    except Locked as error:
        log.info(error)
        log.info(error.address)  # expect: PUR101 identity.email
        log.info(error.user.email)  # expect: PUR101 identity.email


def arguments_of_python(user):
    try:
        raise Bare(user.email)
    except Bare as error:
        log.info(error)  # expect: PUR101 identity.email


def single_arguments(user):
    try:
        raise ValueError("no access", user.email)
    except ValueError as error:
        log.info(error.args[0])
        log.info(error.args[1])  # expect: PUR101 identity.email


def as_text(user):
    try:
        raise ValueError(user.email)
    except ValueError:
        log.info(traceback.format_exc())  # expect: PUR101 identity.email
        log.info(sys.exc_info()[1])  # expect: PUR101 identity.email
        log.info(sys.exc_info()[0])
        _, caught, _ = sys.exc_info()
        log.info(caught)  # expect: PUR101 identity.email


def as_argument(user):
    try:
        raise ValueError(user.email)
    except ValueError as error:
        log.error("failed", exc_info=error)  # expect: PUR101 identity.email


def write_down():
    log.exception("failed")


def written_by_a_helper(user):
    try:
        raise ValueError(user.email)
    except ValueError:
        write_down()  # expect: PUR101 identity.email


def written_by_a_helper_quietly(user):
    try:
        raise ValueError("no access")
    except ValueError:
        write_down()


def again_by_a_helper(user):
    try:
        try:
            raise ValueError(user.email)
        except ValueError:
            hand_on()
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email


def hand_on():
    raise  # noqa: PLE0704


def told_by_python(user):
    try:
        return int(user.phone_number)
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.phone


def only_told_when_caught(user):
    try:
        return int(user.phone_number)
    except TypeError as error:
        log.info(error)


def one_of_many(step, user):
    try:
        any_step(step, user)
    except KeyError as error:
        log.info(error)
    except First as error:
        log.info(error)
    except Denied as error:
        log.info(error)  # expect: PUR101 identity.email
