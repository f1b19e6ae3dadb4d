"""Feature: tuples, lists and stars on the left of an assignment, nested as deep as they come.
How we carry it: every position of a tuple or list is a field of its own, so a name takes the part at its place; after a star places are counted from the end.
What is approximated: parts of something whose length is not known may be any of them after a star.
"""

import logging

log = logging.getLogger(__name__)


def positions(user):
    first, second = "x", user.email
    log.info(first)
    log.info(second)  # expect: PUR101 identity.email


def list_target(user):
    [first, second] = [user.email, "x"]
    log.info(first)  # expect: PUR101 identity.email
    log.info(second)


def nested(user):
    first, (second, [third, fourth]) = 1, (2, ["x", user.email])
    log.info(first)
    log.info(second)
    log.info(third)
    log.info(fourth)  # expect: PUR101 identity.email


def starred(user):
    first, *rest = "x", "y", user.email
    log.info(first)
    log.info(rest)  # expect: PUR101 identity.email
    log.info(rest[1])  # expect: PUR101 identity.email


def before_the_star(user):
    first, *rest = user.email, "x", "y"
    log.info(first)  # expect: PUR101 identity.email


def outside_the_star(user):
    first, *rest, last = "x", user.email, "y"
    log.info(first)
    log.info(rest)  # expect: PUR101 identity.email


def last_after_the_star(user):
    first, *rest, last = "x", "y", user.email
    log.info(last)  # expect: PUR101 identity.email


def in_a_loop(user):
    for count, (value, other) in [(1, (user.email, "x"))]:
        log.info(count)
        log.info(value)  # expect: PUR101 identity.email
        log.info(other)


def to_attributes_and_items(user, box):
    held = {}
    box.first, held["a"] = "x", user.email
    log.info(box.first)
    log.info(held["a"])  # expect: PUR101 identity.email


def a_returned_pair(user):
    value, count = halves(user)
    log.info(value)  # expect: PUR101 identity.email
    log.info(count)


def halves(user):
    return user.email, 2


def a_star_that_takes_clean_parts(user):
    first, *rest = user.email, "x", "y"
    log.info(rest)


def last_after_the_star_is_clean(user):
    *rest, last = user.email, "x"
    log.info(last)
