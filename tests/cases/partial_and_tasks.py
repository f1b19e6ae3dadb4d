"""Feature: `functools.partial`, threads, processes, executors and Celery tasks: a call that happens elsewhere.
How we carry it: a task called by `delay`, `apply_async` or a signature is called with the arguments given for it.
What is approximated: `partial`, threads, processes and executors do not call their target; a bound task's receiver and keywords beside `args` are lost.
"""

import celery
import logging

log = logging.getLogger(__name__)

app = celery.Celery()


@app.task
def task(first, second=""):
    log.info(second)


def by_delay(user):
    task.delay("x", user.email)  # expect: PUR101 identity.email
    task.delay(user.email, "x")


def by_apply_async(user):
    task.apply_async(args=["x", user.email])  # expect: PUR101 identity.email
    task.apply_async(args=[user.email, "x"])


def by_signature(user):
    task.s("x", user.email).delay()  # expect: PUR101 identity.email


def direct(user):
    task("x", user.email)  # expect: PUR101 identity.email
