"""Feature: generators: `yield`, `yield from`, `next`, `send`, and functions that take one.
How we carry it: a generator gives a list of whatever it yields; `yield from` hands on what another one yields.
What is approximated: the order of what is yielded is not kept; what `send` hands in and what `yield from` returns are not followed.
"""

import logging

log = logging.getLogger(__name__)


def some(value):
    yield "x"
    yield value


def delegating(value):
    yield from some(value)


def through_a_list(value):
    yield from [value]


def clean():
    yield "x"


def rows(users):
    for user in users:
        yield user.email


def loop(user):
    for value in some(user.email):
        log.info(value)  # expect: PUR101 identity.email
    for value in clean():
        log.info(value)


def delegated(user):
    for value in delegating(user.email):
        log.info(value)  # expect: PUR101 identity.email
    for value in through_a_list(user.email):
        log.info(value)  # expect: PUR101 identity.email


def by_next(user):
    log.info(next(some(user.email)))  # expect: PUR101 identity.email
    log.info(next(clean()))
    log.info(next(clean(), user.email))  # expect: PUR101 identity.email


def listed(users):
    log.info(list(rows(users)))  # expect: PUR101 identity.email
    log.info(", ".join(rows(users)))  # expect: PUR101 identity.email


def expression(users):
    mails = (user.email for user in users)
    log.info(next(mails))  # expect: PUR101 identity.email


def told_while_walking(users):
    for _ in telling(users):
        pass


def telling(users):
    for user in users:
        log.info(user.email)  # expect: PUR101 identity.email
        yield user.pk
