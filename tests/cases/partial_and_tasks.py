"""Feature: `functools.partial`, threads, processes, executors and Celery tasks: a call that happens elsewhere.
How we carry it: a task called by `delay`, `apply_async` or a signature, a function bound by `partial`, and the target of a thread, process or executor are called with the arguments given for them; a future hands out what the function gave.
What is approximated: a chain of tasks does not hand the result of one to the next.
"""

import asyncio
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
    task.delay("x", user.email)  # expect: PUR101 identity.email; PUR301 identity.email
    task.delay(user.email, "x")  # expect: PUR301 identity.email


def by_apply_async(user):
    task.apply_async(args=["x", user.email])  # expect: PUR101 identity.email; PUR301 identity.email
    task.apply_async(args=[user.email, "x"])  # expect: PUR301 identity.email


def by_signature(user):
    task.s("x", user.email).delay()  # expect: PUR101 identity.email; PUR301 identity.email


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
    task.apply_async(args=["x"], kwargs={"second": user.email})  # expect: PUR101 identity.email; PUR301 identity.email


def by_executor_result(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        log.info(executor.submit(same, user.email).result())  # expect: PUR101 identity.email


def by_executor_map(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        executor.map(log.info, [user.email])  # expect: PUR101 identity.email


def length(value):
    return len(value)


def by_executor_result_is_clean(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        log.info(executor.submit(length, user.email).result())
        log.info(list(executor.map(length, [user.email])))


def by_executor_map_result(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        for value in executor.map(same, [user.email]):
            log.info(value)  # expect: PUR101 identity.email


def by_completed(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        futures = [executor.submit(same, user.email)]
        for future in concurrent.futures.as_completed(futures):
            log.info(future.result())  # expect: PUR101 identity.email


def by_method(user):
    with concurrent.futures.ThreadPoolExecutor() as executor:
        executor.submit(Writer().write, user.email)  # expect: PUR101 identity.email
        executor.submit(Writer().count, user.email)


class Writer:
    """Has methods that are handed over, and one with an argument bound."""

    def write(self, value):
        log.info(value)

    def count(self, value):
        log.info(len(value))

    def tell(self, kind, value):
        log.info(value)

    welcome = functools.partialmethod(tell, "x")


def by_partial_method(user):
    Writer().welcome(user.email)  # expect: PUR101 identity.email
    Writer().welcome("x")


def made_partial(value):
    return functools.partial(write, "x", value)


def by_partial_of_a_helper(user):
    made_partial(user.email)()  # expect: PUR101 identity.email
    made_partial("x")()


def by_partial_of_a_partial(user):
    tell = functools.partial(functools.partial(write, "x"), user.email)
    tell()  # expect: PUR101 identity.email


def by_partial_that_is_handed_over(user):
    call_with("x", functools.partial(write, second=user.email))  # expect: PUR101 identity.email
    call_with(user.email, functools.partial(write, second="x"))


def call_with(value, function):
    function(value)


def by_partial_kept_in_an_object(user):
    Later(functools.partial(write, "x", user.email)).run()  # expect: PUR101 identity.email
    Later(functools.partial(write, user.email, "x")).run()


class Later:
    """Calls what it keeps."""

    def __init__(self, function):
        self.function = function

    def run(self):
        self.function()


def by_thread_with_a_closure(user):
    def tell():
        log.info(user.email)  # expect: PUR101 identity.email

    threading.Thread(target=tell).start()


def by_thread_with_a_lambda(user):
    threading.Thread(target=lambda: write("x", user.email), daemon=True).start()  # expect: PUR101 identity.email


def by_pool(user):
    with multiprocessing.Pool() as pool:
        pool.map(same, [user.email])
        log.info(pool.apply(same, (user.email,)))  # expect: PUR101 identity.email
        pool.starmap(write, [("x", user.email)])  # expect: PUR101 identity.email
        pool.starmap(write, [(user.email, "x")])


async def by_to_thread(user):
    await asyncio.to_thread(write, "x", user.email)  # expect: PUR101 identity.email
    log.info(await asyncio.to_thread(same, user.email))  # expect: PUR101 identity.email
    log.info(await asyncio.to_thread(length, user.email))


async def by_run_in_executor(user):
    loop = asyncio.get_running_loop()
    log.info(await loop.run_in_executor(None, same, user.email))  # expect: PUR101 identity.email
    await loop.run_in_executor(None, functools.partial(write, "x", second=user.email))  # expect: PUR101 identity.email


@celery.shared_task(bind=True)
def bound(self, value, other=""):
    log.info(value)


@app.task(bind=True, max_retries=3)
def retried(self, first, second):
    try:
        log.info(second)
    except ValueError as error:
        raise self.retry(exc=error) from error


def by_a_bound_task(user):
    bound.delay(user.email)  # expect: PUR101 identity.email; PUR301 identity.email
    bound.delay("x", user.email)  # expect: PUR301 identity.email
    bound(user.email)  # expect: PUR101 identity.email
    bound.apply_async(args=[user.email])  # expect: PUR101 identity.email; PUR301 identity.email
    bound.apply_async(kwargs={"value": user.email})  # expect: PUR101 identity.email; PUR301 identity.email
    bound.apply_async(("x", user.email))  # expect: PUR301 identity.email
    retried.delay(user.email, "x")  # expect: PUR301 identity.email
    retried.s("x", user.email).apply_async()  # expect: PUR101 identity.email; PUR301 identity.email


@app.task(name="mail.welcome", bind=True)
def named(self, first, second=""):
    log.info(second)


def by_name(user):
    app.send_task("mail.welcome", args=["x", user.email])  # expect: PUR101 identity.email; PUR301 identity.email
    app.send_task("mail.welcome", kwargs={"second": user.email})  # expect: PUR101 identity.email; PUR301 identity.email
    app.send_task("mail.welcome", args=[user.email])  # expect: PUR301 identity.email
    app.send_task("mail.goodbye", args=["x", user.email])  # expect: PUR301 identity.email
    app.send_task("partial_and_tasks.task", args=["x", user.email])  # expect: PUR101 identity.email; PUR301 identity.email
