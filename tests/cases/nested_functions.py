"""Closures, lambdas and decorated functions."""

import functools
import logging

log = logging.getLogger(__name__)


def closure(user):
    mail = user.email

    def tell():
        log.info(mail)

    tell()  # expect: PUR101 identity.email


def lambda_sink(users):
    show = lambda user: log.info(user.email)  # expect: PUR101 identity.email
    for user in users:
        show(user)


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        log.info("call of %s", function.__name__)
        return function(*args, **kwargs)

    return wrapper


@logged
def decorated(user):
    log.info(user.email)  # expect: PUR101 identity.email


async def awaited(client):
    user = await client.fetch()
    log.info(user.email)  # expect: PUR101 identity.email
