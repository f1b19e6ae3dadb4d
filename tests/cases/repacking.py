"""Feature: a star that packs what is left into a new list, whose indices begin anew.
How we carry it: the packed list carries what the parts carry.
What is approximated: the parts are not counted: every item of a packed list may be any of the parts, and packing a packed list again loses them.
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
