"""Feature: constant keys of a dict, told apart.
How we carry it: each constant key is a field of its own, so that a neighbour of personal data stays clean.
What is approximated: a key that is not known may be any of them.
"""

import logging

log = logging.getLogger(__name__)


def literal(user):
    data = {"a": user.email, "b": "nothing"}
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def by_subscript(user):
    data = {}
    data["a"] = user.email
    data["b"] = 2
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def by_get(user):
    data = {"a": user.email, "b": "nothing"}
    log.info(data.get("a"))  # expect: PUR101 identity.email
    log.info(data.get("b", ""))


def unknown_key(user, key):
    data = {"a": user.email, "b": "nothing"}
    log.info(data[key])  # expect: PUR101 identity.email


def whole(user):
    data = {"a": user.email, "b": "nothing"}
    log.info("%s", data)  # expect: PUR101 identity.email


def keyword_constructor(user):
    data = dict(a=user.email, b=1)
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def spread(user):
    base = {"a": user.email}
    data = {**base, "b": 1}
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def named_key(payload):
    log.info(payload["email"])  # expect: PUR101 identity.email
    log.info(payload["state"])


def key_in_a_variable(user):
    key = "a"
    data = {"a": user.email, "b": "nothing"}
    log.info(data[key])  # expect: PUR101 identity.email
    log.info(data["b"])


def key_in_a_constant_of_the_module(user):
    data = {FIRST: user.email, SECOND: 1}
    log.info(data[FIRST])  # expect: PUR101 identity.email
    log.info(data[SECOND])


FIRST = "a"
SECOND = "b"


def sibling_of_a_parameter(payload, user):
    payload["a"] = user.email
    log.info(payload["a"])  # expect: PUR101 identity.email
    log.info(payload["b"])
