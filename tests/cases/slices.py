"""Feature: slices of texts and lists, read and written.
How we carry it: a slice of a text carries what the whole carries, unless it keeps but a few characters of something long; a slice with constant bounds of a list whose items are known has just these.
What is approximated: of other lists a slice may hold any item.
"""

import logging

log = logging.getLogger(__name__)


def of_text(user):
    log.info(user.email[:30])  # expect: PUR101 identity.email
    log.info(user.email[1:-1])  # expect: PUR101 identity.email
    log.info(user.email[::-1])  # expect: PUR101 identity.email


def a_few_characters(user):
    log.info(user.email[:3])
    log.info(user.phone_number[-4:])
    log.info(user.email[2:4])
    log.info(user.email[-6:-3])
    log.info(user.email[4:])  # expect: PUR101 identity.email
    log.info(user.email[:-2])  # expect: PUR101 identity.email
    log.info(user.email[2:-2])  # expect: PUR101 identity.email
    log.info(user.email[:4:2])  # expect: PUR101 identity.email


def a_few_characters_of_something_short(user):
    log.info(user.gender[:3])  # expect: PUR101 identity.gender
    log.info(user.first_name[:4])  # expect: PUR101 identity.name


def a_few_items(user):
    log.info(user.email.split("@")[:1])  # expect: PUR101 identity.email
    log.info([user.email, "x"][:1])  # expect: PUR101 identity.email


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
