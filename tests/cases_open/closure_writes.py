"""Feature: variables of an outer function or a module that an inner function writes and others read.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)

LAST = None

CACHE = {}


def remember(user):
    global LAST
    LAST = user.email


def tell_last():
    log.info(LAST)


def written_then_read(user):
    remember(user)
    log.info(LAST)  # open: missing PUR101 identity.email


def written_then_told(user):
    remember(user)
    tell_last()  # open: missing PUR101 identity.email


def read_by_another_request():
    log.info(CACHE["a"])  # open: missing PUR101 identity.email
