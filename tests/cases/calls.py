"""A helper that logs what it is given: the finding stands at the call that hands the data over."""

import logging

log = logging.getLogger(__name__)


def write(text):
    log.info(text)


def write_second(first, second):
    log.info(second)


def write_keyword(*, text="", level=0):
    log.info("%s", text)


def positional(user):
    write(user.email)  # expect: PUR101 identity.email
    write("nothing")


def second_alone(user):
    write_second("nothing", user.email)  # expect: PUR101 identity.email
    write_second(user.email, "nothing")


def by_keyword(user):
    write_second(second=user.email, first="nothing")  # expect: PUR101 identity.email
    write_keyword(text=user.email)  # expect: PUR101 identity.email
    write_keyword(level=user.email)


def two_callers_do_not_mix(user):
    write(user.email)  # expect: PUR101 identity.email
    write(user.pk)


def nested(user):
    outer(user.email)  # expect: PUR101 identity.email


def outer(value):
    inner("prefix", value)


def inner(prefix, value):
    write(prefix + value)
