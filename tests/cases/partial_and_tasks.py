"""Feature: `functools.partial`, threads, processes, executors and Celery tasks: a call that happens elsewhere.
How we carry it: a task called by `delay`, `apply_async` or a signature, a function bound by `partial`, and the target of a thread, process or executor are called with the arguments given for them.
What is approximated: what an executor's call gives back is not followed, and the receiver of a bound task counts as its first argument.
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


def by_partial(user):
    tell = functools.partial(write, "x")
    tell(user.email)  # expect: PUR101 identity.email
    tell = functools.partial(write, user.email)
    tell("x")


def by_partial_argument(user):
    tell = functools.partial(write, "x", user.email)
    tell()  # expect: PUR101 identity.email


def by_partial_keyword(user):
    tell = functools.partial(write, second=user.email)
    tell("x")  # expect: PUR101 identity.email


def result_of_partial(user):
    give = functools.partial(same, user.email)
    log.info(give())  # expect: PUR101 identity.email


def by_thread(user):
    threading.Thread(target=write, args=("x", user.email)).start()  # expect: PUR101 identity.email
    threading.Thread(target=write, args=(user.email, "x")).start()


def by_thread_keyword(user):
    threading.Thread(target=write, args=("x",), kwargs={"second": user.email}).start()  # expect: PUR101 identity.email


def by_timer(user):
    threading.Timer(3, write, ["x", user.email]).start()  # expect: PUR101 identity.email


def by_process(user):
    multiprocessing.Process(target=write, args=("x", user.email)).start()  # expect: PUR101 identity.email


def by_executor(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        executor.submit(write, "x", user.email)  # expect: PUR101 identity.email


def by_apply_async_with_keywords(user):
    task.apply_async(args=["x"], kwargs={"second": user.email})  # expect: PUR101 identity.email
