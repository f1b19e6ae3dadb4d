"""Feature: decorators: plain, with arguments, of classes, and those that look at the arguments themselves.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import functools
import logging

import celery

log = logging.getLogger(__name__)


def logs_arguments(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        log.info("called with %s", args)
        return function(*args, **kwargs)

    return wrapper


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


@celery.shared_task
@logs_arguments
def task(value):
    return 1


def another_key_of_the_cache(user):
    remembered(user.email)
    log.info(remembered("x"))  # open: false PUR101 identity.email


def wrapped_task(user):
    task.delay(user.email)  # open: missing PUR101 identity.email
