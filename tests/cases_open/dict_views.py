"""Feature: a dict built by a comprehension, and its views: `items`, `keys`, `values`.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def keys_that_are_data(users):
    data = {user.email: 1 for user in users}
    log.info(data)  # open: missing PUR101 identity.email


def keys_in_a_loop(users):
    data = {user.email: 1 for user in users}
    for key in data:
        log.info(key)  # open: missing PUR101 identity.email


def keys_written_by_subscript(user):
    data = {}
    data[user.email] = 1
    log.info(data)  # open: missing PUR101 identity.email


def keys_sorted(user):
    data = {"a": user.email}
    log.info(sorted(data))  # open: false PUR101 identity.email


def keys_without_a_method(user):
    data = {"a": user.email}
    for key in data:
        log.info(key)  # open: false PUR101 identity.email


def only_some_keys(user):
    data = {"a": user.email, "b": 1}
    log.info({key: data[key] for key in ("b",)})  # open: false PUR101 identity.email
