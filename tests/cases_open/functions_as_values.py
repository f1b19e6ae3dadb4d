"""Feature: functions that are handed over, kept in lists, dicts and attributes, chosen and returned.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def write(value):
    log.info(value)


class Runner:
    """Keeps a function."""

    def __init__(self, function):
        self.function = function

    def run(self, value):
        self.function(value)


def in_an_attribute(user):
    Runner(write).run(user.email)  # open: missing PUR101 identity.email


def bound_method(user):
    run = Runner(write).run
    run(user.email)  # open: missing PUR101 identity.email
