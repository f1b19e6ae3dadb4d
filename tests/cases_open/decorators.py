"""Feature: decorators: plain, with arguments, of classes, and those that look at the arguments themselves.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import functools
import logging

log = logging.getLogger(__name__)


def remembers(function):
    cache = {}

    def wrapper(key):
        if key not in cache:
            cache[key] = function(key)
        return cache[key]

    return wrapper


@remembers
def remembered(value):
    return value


def another_key_of_the_cache(user):
    remembered(user.email)
    log.info(remembered("x"))  # open: false PUR101 identity.email


def log_result(fields=None):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            result = function(*args)
            log.info({k: result[k] for k in fields} if fields else result)
            return result

        return wrapper

    return decorate


@log_result(fields=("id", "plan"))
def profile(user):
    return {"id": user.id, "plan": user.plan, "email": user.email}


def asks(user):
    profile(user)  # open: false PUR101 identity.email
