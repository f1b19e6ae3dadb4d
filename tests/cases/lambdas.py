"""Feature: lambdas, and functions handed to `map`, `filter`, `sorted`, `reduce`.
How we carry it: a lambda is a function of its own, which keeps its defaults; what `map`, `filter`, `sorted`, `max` and `reduce` are handed is called with the elements.
What is approximated: what `filter` leaves out is not left out; a fold is followed for two turns.
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


def mapped_to_something_else(user):
    log.info(list(map(len, [user.email])))
    log.info(list(map(lambda value: 1, [user.email])))


def mapped_from_objects(users):
    log.info(list(map(lambda user: user.email, users)))  # expect: PUR101 identity.email
    log.info(list(map(lambda user: user.pk, users)))


def mapped_to_a_sink(user):
    list(map(log.info, [user.email]))  # expect: PUR101 identity.email


def mapped_to_a_sink_of_a_lambda(user):
    list(map(lambda value: log.info(value), [user.email]))  # expect: PUR101 identity.email


def mapped_with_a_method(user):
    log.info(list(map(str.lower, [user.email])))  # expect: PUR101 identity.email
    log.info(list(map(str.isdigit, [user.email])))


def mapped_over_two(user):
    log.info(list(map(lambda one, two: two, [user.email], ["x"])))
    log.info(list(map(lambda one, two: one, [user.email], ["x"])))  # expect: PUR101 identity.email


def mapped_by_a_helper(user):
    log.info(transform([user.email], lambda value: value.lower()))  # expect: PUR101 identity.email
    log.info(transform([user.email], lambda value: len(value)))


def transform(values, function):
    return [function(value) for value in values]


def key_that_tells(users):
    sorted(users, key=lambda user: log.info(user.email))  # expect: PUR101 identity.email
    max(users, key=lambda user: log.info(user.pk) or 0)


def filter_that_tells(user):
    list(filter(lambda value: log.info(value), [user.email]))  # expect: PUR101 identity.email


def in_loop_each_its_own(user):
    tellers = [lambda value=value: log.info(value) for value in ["x", user.email]]
    for tell in tellers:
        tell()  # expect: PUR101 identity.email


def conditional_lambda(user, flag):
    tell = (lambda value: log.info(value)) if flag else (lambda value: None)
    tell(user.email)  # expect: PUR101 identity.email


def folded(users):
    log.info(functools.reduce(lambda done, user: done + user.email, users, ""))  # expect: PUR101 identity.email
    log.info(functools.reduce(lambda done, user: done + len(user.email), users, 0))


def begun_with(user, numbers):
    log.info(functools.reduce(lambda done, number: done + str(number), numbers, user.email))  # expect: PUR101 identity.email


def added(done, user):
    return [*done, user.email]


def folded_into_a_list(users):
    log.info(functools.reduce(added, users, []))  # expect: PUR101 identity.email
