"""Feature: code that never runs: after `return` or `raise`, under `TYPE_CHECKING`, under conditions that are constant.
How we carry it: what cannot be reached is not analysed, and conditions that are plainly true or false are decided; a call ends the way if all functions it may reach do, or by library entry.
What is approximated: conditions on variables are not decided; a coroutine, and a function whose decorator is not known, may return; behind a `with` whose body raises the program may go on.
"""

import argparse
import logging
import os
import sys
import typing
from typing import TYPE_CHECKING, NoReturn

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


def after_exit(user):
    sys.exit(1)
    log.info(user.email)


def after_other_exits(user, flag):
    if flag == 1:
        os._exit(1)
    elif flag == 2:
        exit()
    elif flag == 3:
        argparse.ArgumentParser().error("no such option")
    else:
        return
    log.info(user.email)


def exit_that_is_caught(user):
    try:
        sys.exit(1)
    except SystemExit:
        log.info(user.email)  # expect: PUR101 identity.email


def exit_under_a_condition(user):
    user.is_active or sys.exit(1)
    log.info(user.email)  # expect: PUR101 identity.email


def exit_on_one_side(user):
    number = user.pk if user.is_active else sys.exit(1)
    log.info("%s %s", number, user.email)  # expect: PUR101 identity.email


def fail(message):
    log.error(message)
    raise ValueError(message)


def after_a_helper_that_raises(user):
    fail("no")
    log.info(user.email)


def in_the_handler_of_a_helper_that_raises(user):
    value = user.email
    try:
        fail("no")
        value = "x"
    except ValueError:
        log.info(value)  # expect: PUR101 identity.email


def at_the_end_of_a_helper_that_raises(user):
    try:
        fail("no")
    finally:
        log.info(user.email)  # expect: PUR101 identity.email


def fail_sometimes(message):
    if message:
        raise ValueError(message)


def after_a_helper_that_may_raise(user):
    fail_sometimes("no")
    log.info(user.email)  # expect: PUR101 identity.email


def give_up(user):
    fail("no")


def after_a_helper_of_a_helper(user):
    give_up(user)
    log.info(user.email)


def stated(message) -> NoReturn:
    stop(message)


def after_one_that_says_so(user):
    stated("no")
    log.info(user.email)


def serve(user):
    while True:
        user.wait()


def after_an_endless_helper(user):
    serve(user)
    log.info(user.email)


def what_it_did_before_it_raised(user):
    kept = {}
    try:
        keep_and_fail(kept, user)
    except ValueError:
        log.info(kept)  # expect: PUR101 identity.email


def keep_and_fail(kept, user):
    kept["a"] = user.email
    raise ValueError("no")


class Step:
    """Leaves its work to others."""

    def work(self):
        raise NotImplementedError

    def begin(self, user):
        self.work()
        log.info(user.email)  # expect: PUR101 identity.email

    def stop(self):
        raise ValueError("no")

    def end(self, user):
        self.stop()
        log.info(user.email)


def forgiving(function):
    def inner(*args):
        try:
            return function(*args)
        except ValueError:
            return None

    return inner


@forgiving
def fail_quietly():
    raise ValueError("no")


def after_one_whose_decorator_catches(user):
    fail_quietly()
    log.info(user.email)  # expect: PUR101 identity.email


async def wait_forever(user):
    while True:
        await user.wait()


def after_one_that_was_only_begun(user, loop):
    loop.create_task(wait_forever(user))
    log.info(user.email)  # expect: PUR101 identity.email


def numbers():
    yield 1
    raise ValueError("no")


def after_a_generator(user):
    for number in numbers():
        log.info(number)
    log.info(user.email)  # expect: PUR101 identity.email


def down(number):
    return down(number - 1)


def after_one_that_calls_itself(user):
    down(9)
    log.info(user.email)  # expect: PUR101 identity.email

