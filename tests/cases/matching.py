"""Feature: `match`: sequences, mappings, classes, captures, guards and alternatives.
How we carry it: a pattern binds its names to the parts of the subject that it describes.
What is approximated: whether a pattern matches is not decided, so every case is a way; the rest of a mapping is all of it; positions of a class pattern, and keys that name a field of unknown data, are not followed.
"""

import logging

log = logging.getLogger(__name__)


class Point:
    """Has two fields."""

    __match_args__ = ("held", "other")

    def __init__(self, held, other):
        self.held = held
        self.other = other


def capture(user):
    match user.email:
        case "":
            log.info("empty")
        case value:
            log.info(value)  # expect: PUR101 identity.email


def sequence(user):
    match ["x", user.email]:
        case [first, second]:
            log.info(first)
            log.info(second)  # expect: PUR101 identity.email
        case [first, *rest]:
            log.info(rest)  # expect: PUR101 identity.email


def mapping(user):
    match {"a": user.email, "b": 1}:
        case {"a": value, "b": count}:
            log.info(value)  # expect: PUR101 identity.email
            log.info(count)


def rest_of_a_mapping(user):
    match {"a": 1, "b": user.email}:
        case {"a": _, **rest}:
            log.info(rest)  # expect: PUR101 identity.email


def by_class(user):
    match Point(user.email, 2):
        case Point(held=value, other=count):
            log.info(value)  # expect: PUR101 identity.email
            log.info(count)


def by_class_position_is_clean(user):
    match Point(user.email, 2):
        case Point(_, count):
            log.info(count)


def alternatives(user, flag):
    match (flag, user.email):
        case (1, value) | (2, value):
            log.info(value)  # expect: PUR101 identity.email


def guard(user):
    match user.email:
        case value if value.endswith("x"):
            log.info(value)  # expect: PUR101 identity.email


def named(user):
    match user.email:
        case str() as value:
            log.info(value)  # expect: PUR101 identity.email
        case str(value):
            log.info(value)  # expect: PUR101 identity.email


def constant(user):
    match user.email:
        case "desk@shop.example":
            log.info("the desk")


def class_of_the_subject(event):
    match event:
        case Point(held=value):
            log.info(value)
