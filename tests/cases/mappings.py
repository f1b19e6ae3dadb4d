"""Feature: what makes mappings: `ChainMap`, `defaultdict`, `OrderedDict`, `dict(zip(...))`, `dict(d, a=1)`.
How we carry it: each makes a dict of its own with the keys that it is given; a missing key of a `defaultdict` is made when it is read.
What is approximated: what is written to a mapping behind a `ChainMap` later is not seen through it.
"""

import logging
from collections import ChainMap, OrderedDict, defaultdict

from shop_settings import load_settings

log = logging.getLogger(__name__)


def chained(user):
    data = ChainMap({"a": 1}, {"a": user.email, "b": 2})
    log.info(data["a"])
    log.info(data["b"])
    data = ChainMap({"b": 1}, {"a": user.email})
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def by_default(user):
    data = defaultdict(list)
    data["a"].append(user.email)
    data["b"].append(1)
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])
    nested = defaultdict(dict)
    nested["x"]["a"] = user.email
    log.info(nested["x"]["a"])  # expect: PUR101 identity.email
    log.info(nested["x"]["b"])


def by_default_of_default(user):
    data = defaultdict(lambda: defaultdict(list))
    data["x"]["a"].append(user.email)
    log.info(data["x"]["a"])  # expect: PUR101 identity.email
    log.info(data["y"]["a"])


def by_default_under_any_key(user):
    data = defaultdict(set)
    data[user.pk].add(user.email)
    log.info(data)  # expect: PUR101 identity.email


def in_order(user):
    data = OrderedDict([("a", user.email), ("b", 1)])
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def zipped(user):
    data = dict(zip(["a", "b"], [user.email, 1]))
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def with_keywords(user):
    data = dict({"a": user.email}, b=1)
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])
    log.info(dict({"a": user.email}, a=1))


def overwritten(user):
    data = {"a": user.email, "b": 1}
    log.info(data | {"a": 2})
    log.info(data)  # expect: PUR101 identity.email
    data |= {"a": 2}
    log.info(data)


def perhaps_overwritten(user, flag):
    extra = {}
    if flag:
        extra["a"] = "x"
    log.info({**{"a": user.email}, **extra})  # expect: PUR101 identity.email


def last_pair(user):
    data = {"a": user.email, "b": 1}
    key, value = data.popitem()
    log.info(value)
    log.info(data)  # expect: PUR101 identity.email
    key, value = data.popitem()
    log.info(value)  # expect: PUR101 identity.email
    log.info(key)
    log.info(data)


def take_out(data):
    data.pop("a", None)


def wipe(data):
    data.clear()


def emptied_by_a_helper(user):
    data = {"a": user.email, "b": 1}
    take_out(data)
    log.info(data)
    data = {"a": user.email, "b": 1}
    wipe(data)
    log.info(data)
    data["a"] = user.email
    log.info(data)  # expect: PUR101 identity.email


def perhaps_wipe(data, flag):
    if flag:
        data.clear()


def perhaps_emptied(user, flag):
    data = {"a": user.email}
    perhaps_wipe(data, flag)
    log.info(data)  # expect: PUR101 identity.email


def filled_by_something(given):
    data = {}
    data.update(load_settings(given))
    log.info(data["email"])  # expect: PUR101 identity.email
    log.info(data.get("email"))  # expect: PUR101 identity.email
    log.info(data["state"])


def made_of_something(given):
    data = {**load_settings(given)}
    log.info(data["email"])  # expect: PUR101 identity.email
    data["email"] = "-"
    log.info(data["email"])
    log.info(data.get("email"))


def told_by_the_code():
    data = {"email": "-"}
    data.update({"count": 1})
    log.info(data["email"])
    log.info(data.get("email"))
    log.info(data)


def replaced_by_something(given):
    data = {"email": "-", "state": 1}
    data.update(load_settings(given))
    log.info(data["email"])  # expect: PUR101 identity.email
    log.info(data["state"])
    data |= {"email": "-"}
    log.info(data["email"])
