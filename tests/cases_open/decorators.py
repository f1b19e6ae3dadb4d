"""Feature: decorators: plain, with arguments, of classes, and those that look at the arguments themselves.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import functools
import logging

log = logging.getLogger(__name__)


def plain(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def logs_arguments(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        log.info("called with %s", args)
        return function(*args, **kwargs)

    return wrapper


def logs_result(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        log.info("gave %s", result)
        return result

    return wrapper


def hides_result(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return len(function(*args, **kwargs))

    return wrapper


class Wrapping:
    """A class that decorates."""

    def __init__(self, function):
        self.function = function

    def __call__(self, value):
        log.info(value)
        return self.function(value)


@plain
def write(value):
    log.info(value)


@logs_arguments
def quiet(value):
    return 1


@logs_result
def same(value):
    return value


@hides_result
def measured(value):
    return value


@Wrapping
def wrapped(value):
    return 1


def arguments_logged(user):
    quiet(user.email)  # open: missing PUR101 identity.email
    quiet("x")


def result_logged(user):
    same(user.email)  # open: missing PUR101 identity.email
    same("x")


def result_hidden(user):
    log.info(measured(user.email))  # open: false PUR101 identity.email


def by_a_class(user):
    wrapped(user.email)  # open: missing PUR101 identity.email
    wrapped("x")


def by_hand(user):
    tell = plain(write)
    tell(user.email)  # open: missing PUR101 identity.email
