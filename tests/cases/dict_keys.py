"""Constant keys of a dict are told apart; an unknown key may be any of them."""

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
