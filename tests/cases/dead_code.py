"""Feature: code that never runs: after `return` or `raise`, under `TYPE_CHECKING`, under conditions that are constant.
How we carry it: what cannot be reached is not analysed, and conditions that are plainly true or false are decided.
What is approximated: conditions on variables are not decided; behind a `with` whose body raises the program may go on.
"""

import logging
import typing
from typing import TYPE_CHECKING

log = logging.getLogger(__name__)

DEBUG = False


def after_return(user):
    return user.pk
    log.info(user.email)


def after_raise(user):
    raise ValueError("x")
    log.info(user.email)


def after_both_ways_leave(user, flag):
    if flag:
        return 1
    else:
        return 2
    log.info(user.email)


def for_types_only(user):
    if TYPE_CHECKING:
        log.info(user.email)
    if typing.TYPE_CHECKING:
        log.info(user.email)


def constants(user):
    if False:
        log.info(user.email)
    if 0:
        log.info(user.email)
    if True:
        log.info("x")
    else:
        log.info(user.email)


def after_continue(users):
    for user in users:
        continue
        log.info(user.email)


def after_break(users):
    for user in users:
        break
        log.info(user.email)


def by_a_switch_that_may_be_turned_on(user):
    if DEBUG:
        log.info(user.email)  # expect: PUR101 identity.email


def reached_after_all(user, flag):
    if flag:
        return
    log.info(user.email)  # expect: PUR101 identity.email


def value_of_a_dead_way(user):
    value = "x"
    if False:
        value = user.email
    log.info(value)


def never_entered(user):
    while False:
        log.info(user.email)


def negated(user):
    if not True:
        log.info(user.email)


def parts_of_a_condition(user):
    if False and user.is_active:
        log.info(user.email)
    if not (True or user.is_active):
        log.info(user.email)
    if user.is_active and TYPE_CHECKING:
        log.info(user.email)
    if False or user.is_active:
        log.info(user.email)  # expect: PUR101 identity.email


def expressions(user):
    log.info(user.email if False else "x")
    log.info("x" if True else user.email)
    log.info(False and user.email)
    log.info([user.email for each in (1, 2) if False])


def raised_inside_a_manager(user, manager):
    with manager:
        raise ValueError("x")
    log.info(user.email)  # expect: PUR101 identity.email


def returned_inside_a_manager(user, manager):
    with manager:
        return user.pk
    log.info(user.email)


def in_a_handler(user):
    try:
        raise ValueError("x")
        log.info(user.phone)
    except ValueError:
        log.info(user.email)  # expect: PUR101 identity.email


def behind_a_try_that_leaves(user):
    try:
        return user.pk
    except ValueError:
        raise
    log.info(user.email)


def behind_a_try_that_may_go_on(user):
    try:
        return user.pk
    except ValueError:
        pass
    log.info(user.email)  # expect: PUR101 identity.email


def at_last(user):
    try:
        value = user.email
        return value
    except ValueError:
        value = "x"
    finally:
        log.info(value)  # expect: PUR101 identity.email


def leaving_does_not_go_on(user, flag):
    value = user.email
    try:
        if flag:
            return
        value = "x"
    finally:
        log.info("done")
    log.info(value)


def bound_before_it_was_raised(user, flag):
    value = "x"
    try:
        if flag:
            value = user.email
            raise ValueError("x")
    except ValueError:
        log.info(value)  # expect: PUR101 identity.email


def behind_a_loop_that_is_left(users):
    for user in users:
        while True:
            if user.is_active:
                break
        log.info(user.email)  # expect: PUR101 identity.email


def behind_a_loop_that_only_returns(user):
    while True:
        if user.is_active:
            return
    log.info(user.email)
