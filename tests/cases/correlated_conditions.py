"""Feature: two tests of one variable.
How we carry it: behind a branch, a second test of the same local variable tells which way was taken; what was not written since is then as that way left it.
What is approximated: a branch is not known in the next turn of a loop, nor for an object that was written to since; tests of attributes, and different tests that imply each other, tell nothing.
"""

import logging

log = logging.getLogger(__name__)


def correlated(user, flag):
    value = "x"
    if flag:
        value = user.email
    if not flag:
        log.info(value)
    if flag:
        log.info(value)  # expect: PUR101 identity.email
    log.info(value)  # expect: PUR101 identity.email


def decided_anew(user, flag, compute):
    value = "x"
    if flag:
        value = user.email
    flag = compute()
    if not flag:
        log.info(value)  # expect: PUR101 identity.email


def correlated_by_a_constant(user, kind):
    if kind == "a":
        value = user.email
    else:
        value = "x"
    if kind != "a":
        log.info(value)
    if kind == "b":
        log.info(value)  # expect: PUR101 identity.email


def correlated_with_a_part(user, flag, other):
    value = "x"
    if flag and other:
        value = user.email
    if not flag:
        log.info(value)
    if flag:
        log.info(value)  # expect: PUR101 identity.email


def correlated_containers(user, flag):
    data = {}
    if flag:
        data["a"] = user.email
    if not flag:
        log.info(data)
    else:
        log.info(data)  # expect: PUR101 identity.email


def emptied_between(user, items):
    value, items = "x", list(items)
    if items:
        value = user.email
    items.clear()
    if not items:
        log.info(value)  # expect: PUR101 identity.email


def decided_in_each_turn(users):
    value = "x"
    for user in users:
        flag = user.is_active
        if flag:
            value = user.email
        if not flag:
            log.info(value)  # expect: PUR101 identity.email


def made_where_there_was_none(user, value=None):
    created = value is None
    if created:
        value = user.email
    if not created:
        log.info(value)
    if created:
        log.info(value)  # expect: PUR101 identity.email
