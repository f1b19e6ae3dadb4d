"""Feature: copies of containers, of one's own and of what was handed in: `copy`, `deepcopy`, `dict(d)`, `[*xs]`, JSON and back.
How we carry it: a copy has the same keys and items and changes by itself, a deep one inside as well; of what a caller handed in it is made where that is known.
What is approximated: objects of the project inside a deep copy are shared with the original.
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


def changes_the_inside_of_a_deep_copy(user):
    order = {"to": {"mail": user.email, "plan": user.plan}, "lines": [{"mail": user.email}]}
    shown = copy.deepcopy(order)
    shown["to"]["mail"] = "hidden"
    shown["lines"][0]["mail"] = "hidden"
    log.info(shown)
    log.info(order["to"])  # expect: PUR101 identity.email
    log.info(order["lines"])  # expect: PUR101 identity.email


def changes_the_inside_of_a_copy(user):
    order = {"to": {"mail": user.email}}
    shown = copy.copy(order)
    shown["to"]["mail"] = "hidden"
    log.info(order)


def holds_itself(user):
    order = {"mail": user.email}
    order["self"] = order
    shown = copy.deepcopy(order)
    shown["self"]["mail"] = "hidden"
    log.info(shown)
    log.info(order["self"]["mail"])  # expect: PUR101 identity.email


def hidden(order):
    shown = copy.deepcopy(order)
    shown["to"]["mail"] = "hidden"
    return shown


def hides_in_a_helper(user):
    order = {"to": {"mail": user.email, "plan": user.plan}}
    log.info(hidden(order))
    log.info(order)  # expect: PUR101 identity.email


def by_way_of_a_text(user):
    order = {"to": {"mail": user.email}}
    shown = json.loads(json.dumps(order))
    shown["to"]["mail"] = "hidden"
    log.info(shown)
    log.info(order)  # expect: PUR101 identity.email
