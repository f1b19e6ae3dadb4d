"""Feature: list, set, dict and generator comprehensions, nested and with unpacking.
How we carry it: the target takes the elements of what is iterated, and the result holds what the element expression gives; the variables are the comprehension's own.
What is approximated: conditions of a comprehension take nothing out.
"""

import logging

log = logging.getLogger(__name__)


def of_lists(users):
    log.info([user.email for user in users])  # expect: PUR101 identity.email
    log.info([user.pk for user in users])


def of_sets(users):
    log.info({user.email for user in users})  # expect: PUR101 identity.email


def of_dicts(users):
    log.info({user.pk: user.email for user in users})  # expect: PUR101 identity.email


def generator(users):
    log.info(", ".join(user.email for user in users))  # expect: PUR101 identity.email
    log.info(sum(1 for user in users))


def nested(groups):
    log.info([user.email for group in groups for user in group.users])  # expect: PUR101 identity.email
    log.info([[user.email for user in group] for group in groups])  # expect: PUR101 identity.email


def unpacked(user):
    pairs = [("x", user.email)]
    log.info([value for _, value in pairs])  # expect: PUR101 identity.email
    log.info([label for label, _ in pairs])


def condition(users):
    log.info([user.email for user in users if user.active])  # expect: PUR101 identity.email
    log.info([user.pk for user in users if user.email])


def counted(users):
    log.info(len([user.email for user in users]))
    log.info(any(user.email for user in users))


def variable_stays_inside(users, user):
    value = "x"
    found = [value for value in [user.email]]
    log.info(value)
    log.info(found)  # expect: PUR101 identity.email
