"""Feature: two callers of one helper do not mix.
How we carry it: a summary speaks of the helper's parameters, and each call puts in its own arguments.
What is approximated: what a helper keeps in a place that both callers share is shared.
"""

import logging

log = logging.getLogger(__name__)


def same(value):
    return value


def wrapped(value):
    return same({"a": value})


def write(text):
    log.info(text)


def one_caller(user):
    log.info(same(user.email))  # expect: PUR101 identity.email


def other_caller():
    log.info(same("nothing"))


def both(user):
    first = same(user.email)
    second = same("nothing")
    log.info(first)  # expect: PUR101 identity.email
    log.info(second)


def structures(user):
    first = wrapped(user.email)
    second = wrapped("nothing")
    log.info(first["a"])  # expect: PUR101 identity.email
    log.info(second["a"])


def status(response):
    return response["status"]


def sibling_key(user):
    response = {"status": 200, "body": user.email}
    log.info(status(response))


def sinks(user):
    write("nothing")
    write(user.email)  # expect: PUR101 identity.email
    write(user.pk)


class Keeper:
    """Keeps one value."""

    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


def objects(user):
    first, second = Keeper(user.email), Keeper("nothing")
    log.info(first.get())  # expect: PUR101 identity.email
    log.info(second.get())
