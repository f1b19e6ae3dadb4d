"""Feature: items of lists and sets: `append`, `insert`, `extend`, `pop`, writing to an index.
How we carry it: items are known by their index, from the end too, as long as every one is known; a method changes them as it does in Python.
What is approximated: after a change that cannot be counted (in a loop, sorting, an unknown index) any item may be anywhere.
"""

import logging

log = logging.getLogger(__name__)


def index(user):
    values = ["x", user.email]
    log.info(values[0])
    log.info(values[1])  # expect: PUR101 identity.email


def negative_index(user):
    values = ["x", user.email]
    log.info(values[-1])  # expect: PUR101 identity.email


def appended(user):
    values = []
    values.append(user.email)
    log.info(values[0])  # expect: PUR101 identity.email
    log.info(values.pop())  # expect: PUR101 identity.email


def inserted(user):
    values = ["x"]
    values.insert(0, user.email)
    log.info(values)  # expect: PUR101 identity.email


def extended(user):
    values = []
    values.extend([user.email])
    log.info(values)  # expect: PUR101 identity.email
    values = []
    values += [user.email]
    log.info(values)  # expect: PUR101 identity.email


def written(user):
    values = ["x", "y"]
    values[0] = user.email
    log.info(values[0])  # expect: PUR101 identity.email
    log.info(values[1])


def written_over(user):
    values = [user.email, "y"]
    values[0] = "x"
    log.info(values)


def unknown_index(user, number):
    values = ["x", "y"]
    values[number] = user.email
    log.info(values[number])  # expect: PUR101 identity.email


def added_to_a_set(user):
    values = set()
    values.add(user.email)
    log.info(values)  # expect: PUR101 identity.email
    for value in values:
        log.info(value)  # expect: PUR101 identity.email


def removed(user):
    values = [user.email]
    values.remove(user.email)
    values.clear()
    log.info(values)


def joined_lists(user):
    values = ["x"] + [user.email]
    log.info(values)  # expect: PUR101 identity.email
    for value in values:
        log.info(value)  # expect: PUR101 identity.email


def repeated(user):
    log.info([user.email] * 2)  # expect: PUR101 identity.email


def sorted_and_reversed(user):
    values = ["x", user.email]
    log.info(sorted(values))  # expect: PUR101 identity.email
    log.info(list(reversed(values)))  # expect: PUR101 identity.email


def length(user):
    values = ["x"]
    values.append(user.email)
    log.info(len(values))


def negative_index_is_clean(user):
    values = [user.email, "x"]
    log.info(values[-1])


def item_after_sorting(user):
    values = ["x", user.email]
    values.sort()
    log.info(values[0])  # expect: PUR101 identity.email
