"""Feature: plain, chained, annotated, augmented and multiple assignment.
How we carry it: a name holds the value of the last assignment on the way; several targets hold the same value.
What is approximated: nothing; where two ways meet a name holds either value.
"""

import logging

log = logging.getLogger(__name__)


def plain(user):
    address = user.email
    log.info(address)  # expect: PUR101 identity.email


def chained(user):
    first = second = user.email
    log.info(first)  # expect: PUR101 identity.email
    log.info(second)  # expect: PUR101 identity.email


def annotated(user):
    value: str = user.email
    log.info(value)  # expect: PUR101 identity.email


def swapped(user, build):
    left, right = user.email, build.number
    left, right = right, left
    log.info(left)
    log.info(right)  # expect: PUR101 identity.email


def unpacked(user):
    head, (middle, tail) = "x", (user.email, "y")
    log.info(head)
    log.info(middle)  # expect: PUR101 identity.email
    log.info(tail)


def augmented(user):
    text = "mail: "
    text += user.email
    log.info(text)  # expect: PUR101 identity.email


def several_targets(user, box):
    first = box.held = user.email
    log.info(first)  # expect: PUR101 identity.email
    log.info(box.held)  # expect: PUR101 identity.email


def swapped_back(user):
    left, right = user.email, "x"
    left, right = right, left
    left, right = right, left
    log.info(left)  # expect: PUR101 identity.email
    log.info(right)


def annotated_without_value(user):
    value: str
    value = user.email
    log.info(value)  # expect: PUR101 identity.email


def deleted(user):
    value = user.email
    del value
    value = "x"
    log.info(value)


class Teller:
    """Says what it gets."""

    def tell(self, value):
        log.info(value)

    def count(self, value):
        log.info(len(value))


def typed_by_its_annotation(user, context):
    teller: Teller = context["teller"]
    teller.tell(user.email)  # expect: PUR101 identity.email
    teller.count(user.email)
    other: Teller = context.teller
    other.tell(user.email)  # expect: PUR101 identity.email
    nobody = context["teller"]
    nobody.tell(user.email)
