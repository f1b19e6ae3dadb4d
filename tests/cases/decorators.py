"""Feature: decorators: plain, with arguments, of classes, and those that look at the arguments themselves.
How we carry it: a decorator of the project is called where it stands, and the name stands for what it gives; one of the outside leaves the function as it is.
What is approximated: what decorators do to a task that is called directly, to a property and to a class is not put between the caller and the function.
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


def logs_with(label):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            log.info("%s: %s", label, args)
            return function(*args, **kwargs)

        return wrapper

    return decorate


def first_only(function):
    def wrapper(first, second):
        return function(first, "hidden")

    return wrapper


def registered(function):
    REGISTRY.append(function)
    return function


def with_or_without_brackets(function=None, *, label=""):
    if function is None:
        return functools.partial(with_or_without_brackets, label=label)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        log.info("%s %s", label, kwargs.get("mail"))
        return function(*args, **kwargs)

    return wrapper


REGISTRY = []


class Wrapping:
    """A class that decorates."""

    def __init__(self, function):
        self.function = function

    def __call__(self, value):
        log.info(value)
        return self.function(value)


class Limit:
    """An instance that decorates."""

    def __init__(self, most):
        self.most = most

    def __call__(self, function):
        def wrapper(value):
            log.info("%s %s", self.most, value)
            return function(value)

        return wrapper


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


@Limit(3)
def limited(value):
    return 1


@logs_with("x")
def labelled(value):
    return 1


@plain
@logs_arguments
@hides_result
def stacked(value):
    return value


@first_only
def two(first, second):
    log.info(second)


@registered
def kept(value):
    log.info(value)


@with_or_without_brackets
def without_brackets(mail=""):
    return 1


@with_or_without_brackets(label="x")
def with_brackets(mail="", other=""):
    return 1


class Service:
    """Has decorated methods."""

    @logs_arguments
    def quiet(self, value):
        return 1

    @hides_result
    def measured(self, value):
        return value

    @staticmethod
    @logs_arguments
    def without_self(value):
        return 1

    @classmethod
    @plain
    def of_the_class(cls, value):
        log.info(value)

    @plain
    def write(self, value, other=""):
        log.info(other)


def arguments_logged(user):
    quiet(user.email)  # expect: PUR101 identity.email
    quiet("x")


def result_logged(user):
    same(user.email)  # expect: PUR101 identity.email
    same("x")


def result_hidden(user):
    log.info(measured(user.email))


def by_a_class(user):
    wrapped(user.email)  # expect: PUR101 identity.email
    wrapped("x")


def by_an_instance(user):
    limited(user.email)  # expect: PUR101 identity.email
    limited("x")


def by_hand(user):
    tell = plain(write)
    tell(user.email)  # expect: PUR101 identity.email
    tell("x")


def with_an_argument(user):
    labelled(user.email)  # expect: PUR101 identity.email
    labelled("x")


def by_several(user):
    log.info(stacked("x"))
    log.info(stacked(user.email))  # expect: PUR101 identity.email


def argument_replaced(user):
    two("x", user.email)
    two(user.email, "x")


def given_back_as_it_was(user):
    kept(user.email)  # expect: PUR101 identity.email
    kept("x")


def either_form(user):
    without_brackets(mail=user.email)  # expect: PUR101 identity.email
    with_brackets(mail=user.email)  # expect: PUR101 identity.email
    with_brackets(other=user.email)


def methods(user):
    service = Service()
    service.quiet(user.email)  # expect: PUR101 identity.email
    service.quiet("x")
    log.info(service.measured(user.email))
    service.without_self(user.email)  # expect: PUR101 identity.email
    Service.without_self(user.email)  # expect: PUR101 identity.email
    Service.without_self("x")
    Service.of_the_class(user.email)  # expect: PUR101 identity.email
    service.write("x", user.email)  # expect: PUR101 identity.email
    service.write("x", other=user.email)  # expect: PUR101 identity.email
    service.write(user.email, other="x")


def inside(user):
    @logs_arguments
    def local(value):
        return 1

    local(user.email)  # expect: PUR101 identity.email
    local("x")


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
