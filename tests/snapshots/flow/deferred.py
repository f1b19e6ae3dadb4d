"""Calls of what the caller hands in, closures, and names of a module."""

import logging

log = logging.getLogger(__name__)
LABEL = "x"
TABLE = {"a": 1}


def apply(function, value):
    return function(value)


def send(client, value):
    client.send(value, to="x")


def tell(text):
    log.info(text)


def keep(value):
    TABLE["a"] = value


class Client:
    """Logs what it sends."""

    def send(self, value, to):
        log.info("%s %s", to, value)


def start(user):
    apply(tell, user.email)
    send(Client(), user.email)
    keep(user.email)
    log.info(TABLE["a"])

    def inner():
        log.info(user.phone_number)

    inner()
