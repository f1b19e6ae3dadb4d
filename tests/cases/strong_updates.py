"""Feature: a variable, key or attribute that is overwritten.
How we carry it: an overwritten name, key or attribute no longer holds what it held.
What is approximated: an overwrite on one of several ways keeps both values.
"""

import logging

log = logging.getLogger(__name__)


def overwritten(user):
    value = user.email
    value = "nothing"
    log.info(value)


def overwritten_key(user):
    data = {"a": user.email}
    data["a"] = "***"
    log.info(data["a"])
    log.info(data)


def overwritten_on_one_path(user, flag):
    value = user.email
    if flag:
        value = "nothing"
    log.info(value)  # expect: PUR101 identity.email


def overwritten_on_both(user, flag):
    value = user.email
    if flag:
        value = "yes"
    else:
        value = "no"
    log.info(value)


def logged_before(user):
    value = "nothing"
    log.info(value)
    value = user.email
    return value


def deleted_key(user):
    data = {"a": user.email, "b": 1}
    del data["a"]
    log.info(data)


def overwritten_attribute(user):
    user.email = "hidden"
    log.info(user.email)


def loop_carries(users):
    last = ""
    for user in users:
        log.info(last)  # expect: PUR101 identity.email
        last = user.email
