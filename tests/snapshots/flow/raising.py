"""Exceptions: raised, handed to the caller, caught and logged."""

import logging

log = logging.getLogger(__name__)


def refuse(value):
    raise ValueError(f"no access for {value}")


def check(user):
    if not user.active:
        refuse(user.email)


def generator(values):
    for value in values:
        yield value


def start(user):
    try:
        check(user)
    except ValueError as error:
        log.info(error)
        log.exception("failed")
    log.info(list(generator([user.email])))
