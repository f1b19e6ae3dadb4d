"""Feature: a star that packs what is left into a new list, whose indices begin anew.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def packed_again(user):
    first, *rest = "x", "y", user.email
    second, *tail = rest
    log.info(tail[0])  # open: missing PUR101 identity.email


def clean_item_of_the_rest(user):
    first, *rest = "x", "y", user.email
    log.info(rest[0])  # open: false PUR101 identity.email


def clean_item_of_a_display(user):
    parts = ["x", user.email]
    whole = (1, *parts)
    log.info(whole[0])  # open: false PUR101 identity.email
    log.info(whole[1])  # open: false PUR101 identity.email
