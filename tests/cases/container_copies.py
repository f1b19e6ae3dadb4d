"""Feature: copies of containers, of one's own and of what was handed in: `copy`, `deepcopy`, `dict(d)`, `[*xs]`, JSON and back.
How we carry it: a copy has the same keys and items and changes by itself; of what a caller handed in it is made where that is known.
What is approximated: what a copy's containers hold inside is shared with the original.
"""

import copy
import json
import logging

log = logging.getLogger(__name__)


def keys_stay_apart(user):
    data = {"a": user.email, "b": 1}
    log.info(copy.deepcopy(data)["a"])  # expect: PUR101 identity.email
    log.info(copy.deepcopy(data)["b"])
    log.info(json.loads(json.dumps(data))["a"])  # expect: PUR101 identity.email
    log.info(json.loads(json.dumps(data))["b"])
    log.info(json.dumps(data))  # expect: PUR101 identity.email
    log.info(json.dumps(data).encode())  # expect: PUR101 identity.email
    log.info(json.dumps([data["b"], 2]))


def changed_by_itself(user):
    data = {"a": user.email, "b": 1}
    other = copy.copy(data)
    other["a"] = 1
    log.info(other)
    log.info(data)  # expect: PUR101 identity.email


def an_object(user):
    log.info(copy.copy(user).email)  # expect: PUR101 identity.email
    log.info(copy.copy(user).plan)


def copy_without(data):
    data = dict(data)
    data.pop("a", None)
    return data


def spread_without(data):
    return {**data, "a": "***"}


def log_without(data):
    data = data.copy()
    data.pop("a")
    log.info(data)


def encoded(data):
    return json.loads(json.dumps(data))


def by_a_helper(user):
    data = {"a": user.email, "b": 1}
    log.info(copy_without(data))
    log.info(spread_without(data))
    log_without(data)
    log.info(encoded(data)["b"])
    log.info(encoded(data)["a"])  # expect: PUR101 identity.email
    log.info(data)  # expect: PUR101 identity.email
    log_without({"b": user.email})  # expect: PUR101 identity.email
    log.info(spread_without({"b": user.email}))  # expect: PUR101 identity.email


def add_to_a_copy(data, user):
    other = data.copy()
    other["a"] = user.email
    return other


def original_stays_clean(user):
    data = {"b": 1}
    log.info(add_to_a_copy(data, user))  # expect: PUR101 identity.email
    log.info(data)
