"""Feature: inner functions and lambdas that read variables of the function around them.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def factory(value):
    def tell():
        log.info(value)

    return tell


def made_elsewhere(user):
    tell = factory(user.email)
    tell()  # open: missing PUR101 identity.email
