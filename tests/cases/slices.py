"""Feature: slices of texts and lists, read and written.
How we carry it: a slice of a text carries what the whole carries; a slice with constant bounds of a list whose items are known has just these.
What is approximated: of other lists a slice may hold any item.
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


def item_of_a_slice(user):
    values = ["x", user.email, "y"]
    log.info(values[1:][0])  # expect: PUR101 identity.email


def clean_part(user):
    values = [user.email, "x", "y"]
    log.info(values[1:])


def deleted(user):
    values = ["x", user.email]
    del values[1:]
    log.info(values)
