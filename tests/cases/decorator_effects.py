"""Feature: decorators that catch exceptions, await, remember results, and those that wrap by hand.
How we carry it: what the decorated function raises reaches the wrapper's handlers; `update_wrapper` and `wraps` give the wrapper itself.
What is approximated: what a wrapper remembers under one key may be under any other of the same function.
"""

import functools
import logging

log = logging.getLogger(__name__)


def tells_failures(times=3):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return function(*args, **kwargs)
                except ValueError as error:
                    log.info("again after %s", error)

        return wrapper

    return decorate


def awaits(function):
    @functools.wraps(function)
    async def wrapper(request, *args, **kwargs):
        log.info("%s", kwargs)
        return await function(request, *args, **kwargs)

    return wrapper


def wrapped_by_hand(function):
    def wrapper(*args):
        log.info(args)
        return function(*args)

    return functools.update_wrapper(wrapper, function)


def wrapped_by_hand_too(function):
    def wrapper(*args):
        log.info(len(args))
        return function(*args)

    return functools.wraps(function)(wrapper)


def remembers(function):
    cache = {}

    def wrapper(key):
        if key not in cache:
            cache[key] = function(key)
        return cache[key]

    return wrapper


@tells_failures()
def fails(first, second):
    raise ValueError(second)


@tells_failures()
def fails_quietly(value):
    raise ValueError("x")


@awaits
async def view(request, mail="", other=""):
    return mail


@wrapped_by_hand
def updated(value):
    return 1


@wrapped_by_hand_too
def counted(value):
    return value


@remembers
def remembered(value):
    return value


def failures(user):
    fails("x", user.email)  # expect: PUR101 identity.email
    fails(user.email, "x")
    fails_quietly(user.email)


async def awaited(user, request):
    await view(request, mail=user.email)  # expect: PUR101 identity.email
    answer = await view(request, "x")
    log.info(answer)
    await view(user.email)


def by_update_wrapper(user):
    updated(user.email)  # expect: PUR101 identity.email
    counted(user.email)
    log.info(counted(user.email))  # expect: PUR101 identity.email


def out_of_a_cache(user):
    log.info(remembered(user.email))  # expect: PUR101 identity.email


def cache_of_another(user):
    log.info(remembered("x"))
