"""Feature: conditional expressions, `and`, `or`, and tests that say what a variable holds.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


ALLOWED = {"a@shop.example"}


def correlated(user, flag):
    value = "x"
    if flag:
        value = user.email
    if not flag:
        log.info(value)  # open: false PUR101 identity.email


def empty_attribute(user):
    if not user.email:
        log.info(user.email)  # open: false PUR101 identity.email
