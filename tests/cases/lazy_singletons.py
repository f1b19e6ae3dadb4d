"""Feature: one object for the program that is made when it is first asked for, and kept by a class or a module.
How we carry it: what a caller puts into an object that a callee has left in something shared is there for all others.
What is approximated: the order in which functions run.
"""

import logging

log = logging.getLogger(__name__)


class Shared:
    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
            cls._one.state = {}
        return cls._one


def put(user):
    Shared().state["held"] = user.phone_number
    Shared().state["number"] = user.pk
    Shared().contact = user.email


def read():
    log.info(Shared().state["held"])  # expect: PUR101 identity.phone
    log.info(Shared().state["number"])
    log.info(Shared().contact)  # expect: PUR101 identity.email
    log.info(Shared._one.contact)  # expect: PUR101 identity.email
    log.info(Shared().other)


class Client:
    pass


_client = None


def client():
    global _client
    if _client is None:
        _client = Client()
    return _client


def configure(user):
    client().default = user.email
    client().plan = user.plan


def ask():
    log.info(client().default)  # expect: PUR101 identity.email
    log.info(client().plan)


def fresh():
    return Client()


def configure_another(user):
    fresh().number = user.phone_number


def ask_another():
    log.info(fresh().number)
    log.info(client().number)
