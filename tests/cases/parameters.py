"""Feature: arguments by position and by name, defaults, positional-only and keyword-only parameters.
How we carry it: a call binds its arguments to parameters as Python does, and only the parameter that reaches a sink counts; a default that is data or code is kept by the function.
What is approximated: an argument that fits no parameter is dropped.
"""

import logging

log = logging.getLogger(__name__)


def write(first, second="nothing", *, third=None):
    log.info(second)


def positional_only(first, second, /, third=0):
    log.info(first)


def keyword_only(*, first, second=""):
    log.info(second)


def all_of_them(first, /, second, *, third):
    log.info("%s %s", first, third)


def by_position(user):
    write("x", user.email)  # expect: PUR101 identity.email
    write(user.email, "x")
    write(user.email)


def by_name(user):
    write("x", second=user.email)  # expect: PUR101 identity.email
    write(second=user.email, first="x")  # expect: PUR101 identity.email
    write(first=user.email, second="x")
    write("x", third=user.email)


def only(user):
    positional_only(user.email, "x")  # expect: PUR101 identity.email
    positional_only("x", user.email)
    positional_only("x", "y", third=user.email)
    keyword_only(first="x", second=user.email)  # expect: PUR101 identity.email
    keyword_only(first=user.email)


def mixed(user):
    all_of_them(user.email, "x", third="y")  # expect: PUR101 identity.email
    all_of_them("x", user.email, third="y")
    all_of_them("x", "y", third=user.email)  # expect: PUR101 identity.email


def unpacked_into_parameters(user):
    write(*["x", user.email])  # expect: PUR101 identity.email
    write(**{"first": "x", "second": user.email})  # expect: PUR101 identity.email
    write(**{"first": user.email, "second": "x"})


def clean_part_of_an_unpacked_list(user):
    write(*[user.email, "x"])


def default_that_is_data(user):
    def tell(value=user.email):
        log.info(value)

    tell("x")
    tell()  # expect: PUR101 identity.email


def tell_by(value, tell=log.info):
    tell(value)


def default_that_is_code(user):
    tell_by(user.email)  # expect: PUR101 identity.email
    tell_by(user.email, len)


class Teller:
    """Has a method with a default."""

    def tell(self, value, tell=log.info):
        tell(value)


def default_of_a_method(user):
    Teller().tell(user.email)  # expect: PUR101 identity.email
    Teller().tell(user.email, tell=len)
