"""Feature: a dict built by a comprehension, and its views: `items`, `keys`, `values`.
How we carry it: keys, values and pairs of a dict are told apart, and each key's own pair as long as all keys are known; iterating over a dict gives its keys.
What is approximated: of a dict with keys that are not known, or with many, the views give any of them.
"""

import logging

log = logging.getLogger(__name__)


def comprehension(users):
    data = {user.pk: user.email for user in users}
    log.info(data)  # expect: PUR101 identity.email
    log.info(data[1])  # expect: PUR101 identity.email


def comprehension_of_clean_values(users):
    data = {user.pk: user.count for user in users}
    log.info(data)


def values(user):
    data = {"a": user.email}
    for value in data.values():
        log.info(value)  # expect: PUR101 identity.email
    log.info(list(data.values()))  # expect: PUR101 identity.email


def keys(user):
    data = {"a": user.email}
    for key in data.keys():
        log.info(key)
    log.info(list(data.keys()))


def items(user):
    data = {"a": user.email}
    for key, value in data.items():
        log.info(key)
        log.info(value)  # expect: PUR101 identity.email


def items_rebuilt(user):
    data = {"a": user.email, "b": 1}
    upper = {key: str(value) for key, value in data.items()}
    log.info(upper["a"])  # expect: PUR101 identity.email
    log.info(list(upper.keys()))


def keys_that_are_data(users):
    data = {user.email: 1 for user in users}
    log.info(data)  # expect: PUR101 identity.email


def keys_in_a_loop(users):
    data = {user.email: 1 for user in users}
    for key in data:
        log.info(key)  # expect: PUR101 identity.email


def keys_written_by_subscript(user):
    data = {}
    data[user.email] = 1
    log.info(data)  # expect: PUR101 identity.email


def keys_sorted(user):
    data = {"a": user.email}
    log.info(sorted(data))


def keys_without_a_method(user):
    data = {"a": user.email}
    for key in data:
        log.info(key)


def only_some_keys(user):
    data = {"a": user.email, "b": 1}
    log.info({key: data[key] for key in ("b",)})
