"""Feature: lambdas, and functions handed to `map`, `filter`, `sorted`, `reduce`.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def mapped_to_something_else(user):
    log.info(list(map(len, [user.email])))  # open: false PUR101 identity.email
    log.info(list(map(lambda value: 1, [user.email])))  # open: false PUR101 identity.email


def mapped_from_objects(users):
    log.info(list(map(lambda user: user.email, users)))  # open: missing PUR101 identity.email
    log.info(list(map(lambda user: user.pk, users)))


def mapped_to_a_sink(user):
    list(map(log.info, [user.email]))  # open: missing PUR101 identity.email


def mapped_to_a_sink_of_a_lambda(user):
    list(map(lambda value: log.info(value), [user.email]))  # open: missing PUR101 identity.email
