"""Feature: the first digits of a hash, as k-anonymous look-ups send them.
How we carry it: at most five of them are no data of one person; more of a hash, or the beginning of anything else, still are.
What is approximated: only a literal bound is read.
"""

import hashlib
import logging

log = logging.getLogger(__name__)


def digest(value):
    return hashlib.sha1(value.encode()).hexdigest().lower()


def beginning(user):
    log.info(digest(user.email)[:5])


def long_beginning(user):
    log.info(digest(user.email)[:16])  # expect: PUR101 identity.email


def whole(user):
    log.info(digest(user.email))  # expect: PUR101 identity.email


def rest(user):
    log.info(digest(user.email)[5:])  # expect: PUR101 identity.email


def in_clear(user):
    log.info(user.email[:5])  # expect: PUR101 identity.email
