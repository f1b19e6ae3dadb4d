"""Feature: a dict built by a comprehension, and its views: `items`, `keys`, `values`.
How we carry it: the values of a dict, its items' second parts and a comprehension's values carry what is stored under the keys.
What is approximated: keys are taken to be no data; a loop over a dict itself gives its values; which key a loop is at is not known.
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
