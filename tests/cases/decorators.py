"""Feature: decorators: plain, with arguments, of classes, and those that look at the arguments themselves.
How we carry it: a decorated function is still found and called by its name.
What is approximated: what a decorator of the project does to arguments and results is not put between the caller and the function.
"""

import dataclasses
import functools
import logging

log = logging.getLogger(__name__)


def plain(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def with_arguments(label):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            log.info(label)
            return function(*args, **kwargs)

        return wrapper

    return decorate


@plain
def write(value):
    log.info(value)


@with_arguments("x")
def give(value):
    return value


@functools.lru_cache
def cached(value):
    return value


@dataclasses.dataclass
class Row:
    """Its decorator writes the constructor."""

    held: str
    other: int


def calls(user):
    write(user.email)  # expect: PUR101 identity.email
    write("x")
    log.info(give(user.email))  # expect: PUR101 identity.email
    log.info(give("x"))
    log.info(cached(user.email))  # expect: PUR101 identity.email


def of_a_class(user):
    row = Row(user.email, 2)
    log.info(row.held)  # expect: PUR101 identity.email
    log.info(row.other)
