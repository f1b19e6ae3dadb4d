"""Feature: an attribute that a helper or a method sets on the object it was handed.
How we carry it: a function's summary says which fields of its parameters it writes, and each caller writes them on its own objects.
What is approximated: what is written more than four fields deep counts as written to the object.
"""

import logging

log = logging.getLogger(__name__)


class Box:
    """Holds what it is given."""

    def __init__(self):
        self.held = None
        self.other = None

    def fill(self, value):
        self.held = value

    def fill_through_another_method(self, value):
        self.fill(value)


def fill(box, value):
    box.held = value


def fill_inner(box, value):
    fill(box.inner, value)


def by_function(user):
    box = Box()
    fill(box, user.email)
    log.info(box.held)  # expect: PUR101 identity.email
    log.info(box.other)


def by_method(user):
    box = Box()
    box.fill(user.email)
    log.info(box.held)  # expect: PUR101 identity.email
    log.info(box.other)


def by_two_methods(user):
    box = Box()
    box.fill_through_another_method(user.email)
    log.info(box.held)  # expect: PUR101 identity.email


def nested(user):
    box = Box()
    box.inner = Box()
    fill_inner(box, user.email)
    log.info(box.inner.held)  # expect: PUR101 identity.email
    log.info(box.held)


def another_object(user):
    one, two = Box(), Box()
    fill(one, user.email)
    log.info(one.held)  # expect: PUR101 identity.email
    log.info(two.held)


def of_the_caller(box, user):
    fill(box, user.email)
    log.info(box.held)  # expect: PUR101 identity.email


def item_of_a_dict(user):
    data = {}
    put(data, user.email)
    log.info(data["a"])  # expect: PUR101 identity.email
    log.info(data["b"])


def put(data, value):
    data["a"] = value
    data["b"] = 1


def append_to_a_list(user):
    values = []
    add(values, user.email)
    log.info(values)  # expect: PUR101 identity.email


def add(values, value):
    values.append(value)
