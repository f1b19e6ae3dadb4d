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


def by_partial(user):
    tell = functools.partial(write, "x")
    tell(user.email)  # open: missing PUR101 identity.email
    tell = functools.partial(write, user.email)
    tell("x")


def by_partial_argument(user):
    tell = functools.partial(write, "x", user.email)
    tell()  # open: missing PUR101 identity.email


def by_partial_keyword(user):
    tell = functools.partial(write, second=user.email)
    tell("x")  # open: missing PUR101 identity.email


def result_of_partial(user):
    give = functools.partial(same, user.email)
    log.info(give())  # open: missing PUR101 identity.email


def by_thread(user):
    threading.Thread(target=write, args=("x", user.email)).start()  # open: missing PUR101 identity.email
    threading.Thread(target=write, args=(user.email, "x")).start()


def by_thread_keyword(user):
    threading.Thread(target=write, args=("x",), kwargs={"second": user.email}).start()  # open: missing PUR101 identity.email


def by_timer(user):
    threading.Timer(3, write, ["x", user.email]).start()  # open: missing PUR101 identity.email


def by_process(user):
    multiprocessing.Process(target=write, args=("x", user.email)).start()  # open: missing PUR101 identity.email


def by_executor(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        executor.submit(write, "x", user.email)  # open: missing PUR101 identity.email


def by_executor_result(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        log.info(executor.submit(same, user.email).result())  # open: missing PUR101 identity.email


def by_executor_map(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        executor.map(log.info, [user.email])  # open: missing PUR101 identity.email


def by_delay_of_a_bound_task(user):
    bound.delay(user.email)  # open: missing PUR101 identity.email


def by_apply_async_with_keywords(user):
    task.apply_async(args=["x"], kwargs={"second": user.email})  # open: missing PUR101 identity.email
