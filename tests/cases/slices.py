"""Feature: slices of texts and lists, read and written.
How we carry it: a slice carries what the whole carries; items of a sliced list are still data.
What is approximated: the bounds of a slice are not counted: indices of the slice are taken for those of the whole, and deleting a slice deletes nothing.
"""

import logging

log = logging.getLogger(__name__)


def of_text(user):
    log.info(user.email[:3])  # expect: PUR101 identity.email
    log.info(user.email[1:-1])  # expect: PUR101 identity.email
    log.info(user.email[::-1])  # expect: PUR101 identity.email


def of_a_list(user):
    values = ["x", user.email, "y"]
    log.info(values[1:])  # expect: PUR101 identity.email


def copied(user):
    values = [user.email, "x"]
    other = values[:]
    log.info(other[0])  # expect: PUR101 identity.email


def written(user):
    values = ["x", "y"]
    values[0:1] = [user.email]
    log.info(values)  # expect: PUR101 identity.email
    log.info(values[0])  # expect: PUR101 identity.email


def a_loop_over_a_slice(user):
    for value in [user.email, "x"][:1]:
        log.info(value)  # expect: PUR101 identity.email
