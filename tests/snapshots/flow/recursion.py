"""Functions that call themselves and one another, and loops that carry."""

import logging

log = logging.getLogger(__name__)


def down(value, depth):
    if depth:
        return down({"a": value}, depth - 1)
    log.info(value)
    return value


def even(value, count):
    return odd(value, count - 1) if count else value


def odd(value, count):
    return even(value, count - 1) if count else ""


def carry(users):
    last = ""
    for user in users:
        log.info(last)
        last = user.email
    return last


def start(user, users):
    down(user.email, 3)
    log.info(even(user.email, 2))
    log.info(carry(users))
