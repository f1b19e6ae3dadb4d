"""Feature: slices of texts and lists, read and written.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def item_of_a_slice(user):
    values = ["x", user.email, "y"]
    log.info(values[1:][0])  # open: missing PUR101 identity.email


def clean_part(user):
    values = [user.email, "x", "y"]
    log.info(values[1:])  # open: false PUR101 identity.email


def deleted(user):
    values = ["x", user.email]
    del values[1:]
    log.info(values)  # open: false PUR101 identity.email
