"""Feature: generators: `yield`, `yield from`, `next`, `send`, and functions that take one.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def some(value):
    yield "x"
    yield value


def echo():
    received = yield
    while True:
        log.info(received)
        received = yield received


def sent(user):
    talk = echo()
    next(talk)
    talk.send(user.email)  # open: missing PUR101 identity.email


def value_of_yield_from(user):
    value = yield from returning(user.email)
    log.info(value)  # open: missing PUR101 identity.email


def returning(value):
    yield 1
    return value


def first_is_clean(user):
    first, second = some(user.email)
    log.info(first)  # open: false PUR101 identity.email
