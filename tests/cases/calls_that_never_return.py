"""Feature: calls that never return: they end the program, always raise, or wait for ever.
How we carry it: a call ends the way if all functions of the project that it may reach do, or by library entry; handlers and `finally` around it are reached.
What is approximated: a coroutine, a placeholder that raises `NotImplementedError`, and a function whose decorator is not known may return.
"""

import argparse
import logging
import os
import sys
from typing import NoReturn

log = logging.getLogger(__name__)



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
