"""Feature: two tests of one variable.
How we carry it: behind a branch, or a conditional expression that a name is bound to, a second test of the same local variable tells which way was taken, also in a loop's next turn; what was not written since, a container's items one by one, is then as that way left it.
What is approximated: tests of attributes, and different tests that imply each other, tell nothing, save that a text which equals one constant equals no other; nor does a conditional expression within a call or a display, nor what two tests decide together.
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
        log.info(value)
    if kind == "a":
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


def agreed_on_another_way(user, flag, other):
    value = "x"
    if flag:
        value = user.email
    if other:
        pass
    else:
        value = user.email
    if not flag:
        log.info(value)  # expect: PUR101 identity.email


def conditional_asked_again(user, verbose):
    shown = user.email if verbose else "hidden"
    if not verbose:
        log.info(shown)
    if verbose:
        log.info(shown)  # expect: PUR101 identity.email
    log.info(shown)  # expect: PUR101 identity.email


def conditional_of_three(user, kind):
    shown: str = user.email if kind == "a" else "b" if kind == "b" else "none"
    if kind == "b":
        log.info(shown)
    if kind == "a":
        log.info(shown)  # expect: PUR101 identity.email


def conditional_of_others(user, kind):
    shown: str = user.email if kind == "a" else "b" if kind == "b" else "none"
    if kind != "a":
        log.info(shown)
    else:
        log.info(shown)  # expect: PUR101 identity.email


def conditional_decided_anew(user, verbose, compute):
    shown = user.email if verbose else "hidden"
    verbose = compute()
    if not verbose:
        log.info(shown)  # expect: PUR101 identity.email


def asked_by_a_conditional(user, verbose):
    shown = "hidden"
    if verbose:
        shown = user.email
    log.info("x" if verbose else shown)
    log.info("x" if verbose else shown)
    log.info(shown if verbose else "x")  # expect: PUR101 identity.email


def decided_before_the_loop(users, flag):
    value = "x"
    for user in users:
        if flag:
            value = user.email
        if not flag:
            log.info(value)
    if not flag:
        log.info(value)


def left_by_the_turn_before(users, flag):
    value = "x"
    for user in users:
        if flag:
            log.info(value)  # expect: PUR101 identity.email
        if not flag:
            log.info(value)
        if flag:
            value = user.email


def decided_for_the_next_turn(users):
    value, flag = "x", False
    for user in users:
        if not flag:
            log.info(value)  # expect: PUR101 identity.email
        if flag:
            value = user.email
        flag = user.is_active


def moved_on_in_each_turn(users, flag):
    first = second = "x"
    for user in users:
        if flag:
            first = second = user.email
        else:
            second = first
            first = user.email
        if not flag:
            log.info(second)  # expect: PUR101 identity.email


def another_key_written_between(user, flag):
    data = {}
    if flag:
        data["a"] = user.email
    data["b"] = 1
    if not flag:
        log.info(data)
    else:
        log.info(data)  # expect: PUR101 identity.email


def appended_between(user, flag):
    data = []
    if flag:
        data.append(user.email)
    data.append(1)
    if not flag:
        log.info(data)
    else:
        log.info(data)  # expect: PUR101 identity.email


def the_same_key_written_between(user, flag, other):
    data = {}
    if flag:
        data["a"] = user.email
    data["b"] = 1
    if other:
        data["a"] = user.email
    if not flag:
        log.info(data)  # expect: PUR101 identity.email


def personal_key_written_between(user, flag):
    data = {}
    if flag:
        data["a"] = "x"
    data["b"] = user.email
    if not flag:
        log.info(data)  # expect: PUR101 identity.email


def another_test_between(user, flag, other):
    value = "x"
    if flag:
        value = user.email
    if other:
        value = "y"
    if not flag:
        log.info(value)
    if flag:
        log.info(value)  # expect: PUR101 identity.email


def personal_behind_another_test(user, flag, other):
    value = "x"
    if flag:
        value = user.email
    if other:
        value = user.email
    if not flag:
        log.info(value)  # expect: PUR101 identity.email


def one_of_several_constants(user, kind):
    value = "x"
    if kind == "a":
        value = user.email
    elif kind == "b":
        value = "y"
    if kind == "b":
        log.info(value)
    if kind == "a":
        log.info(value)  # expect: PUR101 identity.email
