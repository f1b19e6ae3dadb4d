"""Feature: a task of a framework that has decorators of the project as well.
How we carry it: what the framework calls is kept apart from the function's name, under which its other names are found.
What is approximated: a task that is called directly is called without its decorators.
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


def counts(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        log.info(len(args))
        return function(*args, **kwargs)

    return wrapper


@celery.shared_task
@logs_arguments
def task(value):
    return 1


@celery.shared_task
@counts
def quiet(value):
    return 1


@celery.shared_task
@counts
def loud(value):
    log.info(value)


def wrapped_task(user):
    task.delay(user.email)  # expect: PUR101 identity.email; PUR301 identity.email
    task.apply_async(args=[user.email])  # expect: PUR101 identity.email; PUR301 identity.email
    task.delay("x")


def behind_a_decorator(user):
    quiet.delay(user.email)  # expect: PUR301 identity.email
    loud.delay(user.email)  # expect: PUR101 identity.email; PUR301 identity.email
    loud(user.email)  # expect: PUR101 identity.email
