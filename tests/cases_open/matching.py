"""Feature: `match`: sequences, mappings, classes, captures, guards and alternatives.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Point:
    """Has two fields."""

    __match_args__ = ("held", "other")

    def __init__(self, held, other):
        self.held = held
        self.other = other


def clean_rest_of_a_mapping(user):
    match {"a": user.email, "b": 1}:
        case {"a": _, **rest}:
            log.info(rest)  # open: false PUR101 identity.email


def by_class_position(user):
    match Point(user.email, 2):
        case Point(value, _):
            log.info(value)  # open: missing PUR101 identity.email


def value_that_equals_a_constant(user):
    value = user.email
    match value:
        case "desk@shop.example":
            log.info(value)  # open: false PUR101 identity.email


def event(payload):
    match payload:
        case {"user": {"email": value}}:
            log.info(value)  # open: missing PUR101 identity.email
        case {"status": value}:
            log.info(value)
