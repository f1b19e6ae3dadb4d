"""Feature: a star that packs what is left into a new list, whose indices begin anew.
How we carry it: items whose places are known keep being counted from one list to the next.
What is approximated: after a part of unknown length every place may hold what comes behind it.
"""

import logging

log = logging.getLogger(__name__)


def packed_list(user):
    (first, *rest) = ("x", user.email)
    log.info(rest[0])  # expect: PUR101 identity.email


def star_in_a_display(user):
    parts = ["x", user.email]
    whole = (1, *parts)
    log.info(whole[2])  # expect: PUR101 identity.email


def packed_again(user):
    first, *rest = "x", "y", user.email
    second, *tail = rest
    log.info(tail[0])  # expect: PUR101 identity.email


def clean_item_of_the_rest(user):
    first, *rest = "x", "y", user.email
    log.info(rest[0])


def clean_item_of_a_display(user):
    parts = ["x", user.email]
    whole = (1, *parts)
    log.info(whole[0])
    log.info(whole[1])
