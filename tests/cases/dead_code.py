"""Feature: code that never runs: after `return` or `raise`, under `TYPE_CHECKING`, under conditions that are constant.
How we carry it: what cannot be reached is not analysed, and conditions that are plainly true or false are decided.
What is approximated: conditions on variables are not decided, nor is `not True`; a `while False` may be entered, and a call that never returns may return.
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
