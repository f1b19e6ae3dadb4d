"""Feature: attributes of an object, written and read.
How we carry it: each object that the program makes keeps its attributes apart, under every name that it is known by.
What is approximated: an object that may be any of several takes a write beside what it had.
"""

import logging

log = logging.getLogger(__name__)


class Box:
    """Holds what it is given."""


def two_attributes(user):
    box = Box()
    box.first = user.email
    box.second = "nothing"
    log.info(box.first)  # expect: PUR101 identity.email
    log.info(box.second)


def nested(user):
    box = Box()
    box.inner = Box()
    box.inner.value = user.email
    log.info(box.inner.value)  # expect: PUR101 identity.email
    log.info(box.inner.other)


def through_another_name(user):
    box = Box()
    same = box
    box.value = user.email
    log.info(same.value)  # expect: PUR101 identity.email


def deep_read(request):
    log.info(request.user.email)  # expect: PUR101 identity.email
    log.info(request.user.pk)


def either_of_two(user, flag):
    one, two = Box(), Box()
    box = one if flag else two
    box.value = user.email
    log.info(one.value)  # expect: PUR101 identity.email
    log.info(two.value)  # expect: PUR101 identity.email


def in_a_container(user):
    boxes = [Box()]
    boxes[0].value = user.email
    log.info(boxes[0].value)  # expect: PUR101 identity.email


def augmented(user):
    box = Box()
    box.value = "x"
    box.value += user.email
    log.info(box.value)  # expect: PUR101 identity.email


def deleted(user):
    box = Box()
    box.value = user.email
    del box.value
    box.value = "x"
    log.info(box.value)


class Collecting:
    """Changes what it was handed through its own attribute."""

    def __init__(self, found, contact):
        self.found = found
        self.found.append(contact)


def handed_to_a_constructor(user):
    found, others = [], []
    Collecting(found, user.email)
    Collecting(others, "x")
    log.info(found)  # expect: PUR101 identity.email
    log.info(others)
