"""Plain, chained, annotated and multiple assignment hand a value on."""

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
