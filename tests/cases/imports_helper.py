"""What `imports` imports."""

import logging

log = logging.getLogger(__name__)


class Account:
    """An account of a person."""

    email: str
    login_hint: str


def shout(text):
    log.info(text.upper())


def address(person):
    return person.email


def domain_free(person):
    return person.pk
