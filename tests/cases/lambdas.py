"""Feature: lambdas, and functions handed to `map`, `filter`, `sorted`, `reduce`.
How we carry it: a lambda is a function of its own; `map`, `filter`, `sorted` and `reduce` hand on the elements that they are given.
What is approximated: the function given to `map` is not called: elements come out as they went in; a lambda's default is not followed.
"""

import functools
import logging

log = logging.getLogger(__name__)


def called(user):
    same = lambda value: value
    log.info(same(user.email))  # expect: PUR101 identity.email
    log.info(same("x"))


def sink_inside(user):
    tell = lambda value: log.info(value)
    tell(user.email)  # expect: PUR101 identity.email
    tell("x")


def at_once(user):
    log.info((lambda value: value)(user.email))  # expect: PUR101 identity.email


def mapped(user):
    log.info(list(map(str, [user.email])))  # expect: PUR101 identity.email
    log.info(list(map(lambda value: value, [user.email])))  # expect: PUR101 identity.email


def filtered(user):
    log.info(list(filter(None, [user.email, ""])))  # expect: PUR101 identity.email
    log.info(list(filter(lambda value: "x" in value, [user.email])))  # expect: PUR101 identity.email


def sorted_by_a_key(users):
    log.info(sorted([user.email for user in users], key=len))  # expect: PUR101 identity.email
    log.info(sorted([user.pk for user in users], key=lambda pk: -pk))


def largest(users):
    log.info(max([user.email for user in users], key=len))  # expect: PUR101 identity.email


def key_is_data(users):
    users.sort(key=lambda user: user.email)
    log.info(len(users))


def reduced(user):
    log.info(functools.reduce(lambda one, two: one + two, ["x", user.email]))  # expect: PUR101 identity.email


def kept_in_a_dict(user):
    table = {"same": lambda value: value, "none": lambda value: ""}
    log.info(table["same"](user.email))  # expect: PUR101 identity.email
    log.info(table["none"](user.email))


def default_argument(user):
    tell = lambda value=user.email: value
    log.info(tell())  # expect: PUR101 identity.email
