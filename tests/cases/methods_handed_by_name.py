"""Feature: a wrapper that calls a method whose name it is handed: `getattr(client, name)(**kwargs)`.
How we carry it: the call is left to the caller, who knows the object and the name; also where it hands both on. `TYPE.?` in an entry says what a method of a library does whose name nobody knows.
What is approximated: of the project's own nothing is called where nobody knows the name.
"""

import logging

import requests

log = logging.getLogger(__name__)


class Desk:
    """Takes messages."""

    def tell(self, text):
        log.info(text)

    def count(self, text):
        log.info(len(text))


def call(client, name, *args, **kwargs):
    return getattr(client, name)(*args, **kwargs)


def call_again(client, name, text):
    return call(client, name, text)


def own_method(user):
    call(Desk(), "tell", user.email)  # expect: PUR101 identity.email
    call(Desk(), "count", user.email)


def logger_by_level(user, level):
    call(log, "info", user.email)  # expect: PUR101 identity.email
    call(log, "isEnabledFor", user.email)


def client_of_the_outside(user):
    call(requests.Session(), "post", "https://crm.example", json={"mail": user.email})  # expect: PUR201 identity.email
    call(requests.Session(), "close", "https://crm.example", json={"mail": user.email})


def handed_on_twice(user):
    call_again(Desk(), "tell", user.email)  # expect: PUR101 identity.email
    call_again(Desk(), "count", user.email)


def nobody_knows(user, name):
    call(Desk(), name, user.email)


class Wrapper:
    """Calls its own methods by name."""

    def tell(self, text):
        log.info(text)

    def run(self, name, text):
        getattr(self, name)(text)

    def start(self, user):
        self.run("tell", user.email)  # expect: PUR101 identity.email


def level_of_a_message(user, level):
    getattr(log, level)("signed up: %s", user.email)  # expect: PUR101 identity.email
    getattr(log, level.lower())("signed up: %d", len(user.email))


def one_of_two_levels(user, failed):
    write = getattr(log, "error" if failed else "info")
    write("signed up: %s", user.email)  # expect: PUR101 identity.email
    write("signed up: %s", user.pk)


LEVELS = ["debug", "info"]


def every_level(user):
    for level in LEVELS:
        getattr(log, level)("signed up: %s", user.email)  # expect: PUR101 identity.email


def emit(event, *, level="info", **fields):
    getattr(log, level)("%s %s", event, fields)


def hands_on_fields(user):
    emit("signed_up", mail=user.email)  # expect: PUR101 identity.email
    emit("signed_up", level="warning", letters=len(user.email))
