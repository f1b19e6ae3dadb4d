"""Feature: keys that are no texts or not known, and the methods of a dict: `get`, `pop`, `setdefault`, `update`, merging.
How we carry it: constant text and number keys are fields; a method that removes or overwrites a key does so on the field.
What is approximated: a key that is not known reads every key, and what is written to it may be under any.
"""

import logging

log = logging.getLogger(__name__)


def number_keys(user):
    data = {1: user.email, 2: "x"}
    log.info(data[1])  # expect: PUR101 identity.email
    log.info(data[2])


def tuple_key(user, day):
    data = {}
    data[day, 1] = user.email
    log.info(data[day, 1])  # expect: PUR101 identity.email


def unknown_key_written(user, key):
    data = {}
    data[key] = user.email
    log.info(data[key])  # expect: PUR101 identity.email
    log.info(data)  # expect: PUR101 identity.email


def popped(user):
    data = {"a": user.email, "b": 1}
    log.info(data.pop("a"))  # expect: PUR101 identity.email
    log.info(data)


def popped_with_default(user):
    data = {"a": user.email, "b": 1}
    data.pop("a", None)
    log.info(data)


def set_by_default(user):
    data = {}
    log.info(data.setdefault("a", user.email))  # expect: PUR101 identity.email
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data.get("b"))


def default_of_get(user):
    data = {"a": 1}
    log.info(data.get("b", user.email))  # expect: PUR101 identity.email


def updated(user):
    data = {"b": 1}
    data.update({"a": user.email})
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def updated_by_keyword(user):
    data = {}
    data.update(a=user.email, b=1)
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def merged(user):
    data = {"a": user.email} | {"b": 1}
    log.info(data["a"])  # expect: PUR101 identity.email


def merged_key_is_clean(user):
    data = {"a": user.email} | {"b": 1}
    log.info(data["b"])


def merged_in_place(user):
    data = {"b": 1}
    data |= {"a": user.email}
    log.info(data["a"])  # expect: PUR101 identity.email


def merged_over(user):
    data = {**{"a": user.email}, **{"a": "x"}}
    log.info(data["a"])


def deleted(user):
    data = {"a": user.email, "b": 1}
    del data["a"]
    log.info(data)


def cleared(user):
    data = {"a": user.email}
    data.clear()
    log.info(data)


def copied(user):
    data = {"a": user.email, "b": 1}
    other = data.copy()
    log.info(other["a"])  # expect: PUR101 identity.email
    log.info(other["b"])


def copied_then_changed(user):
    data = {"b": 1}
    other = data.copy()
    other["a"] = user.email
    log.info(data)
    log.info(other)  # expect: PUR101 identity.email


def of_dicts(user):
    data = {"x": {"a": user.email, "b": 1}}
    log.info(data["x"]["a"])  # expect: PUR101 identity.email
    log.info(data["x"]["b"])


def updated_by_pairs(user):
    data = {}
    data.update([("a", user.email)])
    log.info(data["a"])  # expect: PUR101 identity.email


def from_keys(user):
    data = dict.fromkeys(["a", "b"], user.email)
    log.info(data["a"])  # expect: PUR101 identity.email


def key_that_nobody_put_there(user, more):
    log.info({"email": None, "k": 1}.get("phone"))
    known = {"email": user.email, "k": 1}
    log.info(known.get("phone"))
    log.info(known.get("phone", user.address))  # expect: PUR101 identity.postal_address
    log.info(known.get("email"))  # expect: PUR101 identity.email
    known.update(more)
    log.info(known.get("phone"))  # expect: PUR101 identity.phone
    log.info({**more}.get("phone"))  # expect: PUR101 identity.phone
