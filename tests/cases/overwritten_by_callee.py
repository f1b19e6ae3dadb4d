"""Feature: an attribute or key that a helper or method overwrites is clean after the call.
How we carry it: a function that overwrites a field on every way says so in its summary, and the caller's object forgets the old value.
What is approximated: a field that is overwritten on some ways only keeps both values, as does one of an object that may be any of several.
"""

import logging

log = logging.getLogger(__name__)


class Box:
    """Holds what it is given."""

    def __init__(self, value):
        self.held = value

    def clear(self):
        self.held = None

    def perhaps(self, flag):
        if flag:
            self.held = None

    def either(self, flag):
        if flag:
            self.held = "a"
        else:
            self.held = "b"


def clear(box):
    box.held = "nothing"


def by_function(user):
    box = Box(user.email)
    clear(box)
    log.info(box.held)


def by_method(user):
    box = Box(user.email)
    log.info(box.held)  # expect: PUR101 identity.email
    box.clear()
    log.info(box.held)


def on_one_way(user, flag):
    box = Box(user.email)
    box.perhaps(flag)
    log.info(box.held)  # expect: PUR101 identity.email


def on_both_ways(user, flag):
    box = Box(user.email)
    box.either(flag)
    log.info(box.held)


def key_of_a_dict(user):
    data = {"a": user.email, "b": 1}
    hide(data)
    log.info(data)


def hide(data):
    data["a"] = "***"


def popped_by_a_helper(user):
    data = {"a": user.email, "b": 1}
    drop(data)
    log.info(data)


def drop(data):
    data.pop("a", None)


def cleared_by_a_helper(user):
    data = {"a": user.email}
    empty(data)
    log.info(data)


def empty(data):
    data.clear()


def two_calls_deep(user):
    box = Box(user.email)
    clear_through(box)
    log.info(box.held)


def clear_through(box):
    clear(box)
