"""Feature: displays that unpack others: `[*xs]`, `{**d}`, `{*xs}`, and displays within displays.
How we carry it: constant keys keep their places when a dict is unpacked into another; items of an unpacked list are any items.
What is approximated: the items of an unpacked list are not counted.
"""

import logging

log = logging.getLogger(__name__)


def list_of_list(user):
    log.info([*[user.email]])  # expect: PUR101 identity.email
    log.info([*["x"]])


def tuple_and_set(user):
    log.info((*[user.email], 1))  # expect: PUR101 identity.email
    log.info({*[user.email]})  # expect: PUR101 identity.email


def item(user):
    values = [*[user.email]]
    log.info(values[0])  # expect: PUR101 identity.email


def dict_of_dict(user):
    data = {**{"a": user.email, "b": 1}, "c": 2}
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])
    log.info(data["c"])


def overwritten(user):
    base = {"a": user.email}
    log.info({**base, "a": "x"})


def deep(user):
    data = {"x": [{"a": user.email}, {"a": "y"}]}
    log.info(data)  # expect: PUR101 identity.email
    log.info(data["x"][0]["a"])  # expect: PUR101 identity.email
    log.info(data["x"][1]["a"])


def unknown_mapping(user, others):
    data = {"a": user.email, **others}
    log.info(data["a"])  # expect: PUR101 identity.email
