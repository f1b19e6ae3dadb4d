"""Feature: `functools.partial`, threads, processes, executors and Celery tasks: a call that happens elsewhere.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import celery
import concurrent.futures
import functools
import logging
import multiprocessing
import threading

log = logging.getLogger(__name__)

app = celery.Celery()


def write(first, second=""):
    log.info(second)


def same(value):
    return value


@app.task
def task(first, second=""):
    log.info(second)


@celery.shared_task(bind=True)
def bound(self, value):
    log.info(value)


def by_executor_result(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        log.info(executor.submit(same, user.email).result())  # open: missing PUR101 identity.email


def by_executor_map(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        executor.map(log.info, [user.email])  # open: missing PUR101 identity.email


def by_delay_of_a_bound_task(user):
    bound.delay(user.email)  # open: missing PUR101 identity.email
