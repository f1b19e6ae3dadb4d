"""Work that runs later or elsewhere: background tasks, coroutines, thread pools, after a commit, groups of tasks.

Feature: `BackgroundTasks.add_task`, `asyncio.create_task`, `run_in_threadpool`, `on_commit`, Celery's `group`.
How we carry it: entries say which parameter of a call is the function it calls, and with what; a signature of a
    task calls it with the arguments that it has.
    arguments that it has, and once more with what the task before it in a workflow gives.
What is approximated: a workflow runs where it is put together, started or not; errors of tasks go nowhere.
"""

import asyncio
import logging
from functools import partial

from celery import Celery, chain, chord, group, shared_task, signature
from django.db import transaction
from fastapi import BackgroundTasks
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool

log = logging.getLogger(__name__)


@shared_task
def load(value):
    return value


@shared_task
def size(value):
    return len(value)


@shared_task
def tell(value, more=""):
    log.info(value)


@shared_task
def tell_all(values):
    log.info(values)


def by_chain2(user):
    chain(size.s(user.email), tell.s()).delay()  # expect: PUR301 identity.email


def by_chain3(user):
    chain(load.s(user.email), tell.si("x")).apply_async()  # expect: PUR301 identity.email


def by_pipe_clean(user):
    (size.s(user.email) | tell.s()).delay()  # expect: PUR301 identity.email


def by_chord_clean(user):
    chord([size.s(user.email)])(tell_all.s())  # expect: PUR301 identity.email


def by_group(user):
    group(tell.s(user.email), tell.s("x")).apply_async()  # expect: PUR101 identity.email; PUR301 identity.email


def by_group_gen(users):
    group(tell.s(user.email) for user in users)()  # expect: PUR101 identity.email; PUR301 identity.email


def not_started(user):
    load.s(user.email)  # expect: PUR301 identity.email


def bg(user, background_tasks: BackgroundTasks, t: BackgroundTasks):
    background_tasks.add_task(tell, user.email)  # expect: PUR101 identity.email
    t.add_task(tell, value=user.email)  # expect: PUR101 identity.email
    BackgroundTask(tell, user.email)  # expect: PUR101 identity.email


async def aw(value):
    log.info(value)


async def give(value):
    return value


async def tk(user):
    asyncio.create_task(aw(user.email))  # expect: PUR101 identity.email
    t = asyncio.create_task(give(user.email))
    log.info(await t)  # expect: PUR101 identity.email
    loop = asyncio.get_event_loop()
    await loop.run_in_executor(None, tell, user.email)  # expect: PUR101 identity.email
    log.info(await run_in_threadpool(load, user.email))  # expect: PUR101 identity.email
    log.info(await run_in_threadpool(size, user.email))


def oc(user):
    transaction.on_commit(lambda: tell.delay(user.email))  # expect: PUR101 identity.email; PUR301 identity.email
    transaction.on_commit(partial(tell.delay, user.email))  # expect: PUR101 identity.email; PUR301 identity.email
    transaction.on_commit(partial(tell.delay, "x"))


def by_chain(user):
    chain(load.s(user.email), tell.s())()  # expect: PUR101 identity.email; PUR301 identity.email


def by_pipe(user):
    (load.s(user.email) | tell.s()).delay()  # expect: PUR101 identity.email; PUR301 identity.email


def by_chord(user):
    chord([load.s(user.email)], tell_all.s())()  # expect: PUR101 identity.email; PUR301 identity.email


def by_chord2(user):
    chord(group(load.s(user.email)))(tell_all.s())  # expect: PUR101 identity.email; PUR301 identity.email


def by_link(user):
    load.apply_async(args=[user.email], link=tell.s())  # expect: PUR101 identity.email; PUR301 identity.email


def by_chain_of_three(user):
    chain(
        load.s(user.email),  # expect: PUR301 identity.email
        load.s(),
        tell.s(),  # expect: PUR101 identity.email
    ).apply_async()


def by_list(user):
    chain([size.s(user.email), load.s(), tell.s()])()  # expect: PUR301 identity.email
    chain([load.s(user.email), load.s(), tell.s()])()  # expect: PUR101 identity.email; PUR301 identity.email


def by_built_list(user):
    steps = [load.s(user.email)]  # expect: PUR301 identity.email
    steps.append(tell.s())  # expect: PUR101 identity.email
    chain(*steps)()


def by_chain_and_pipe(user):
    work = chain(load.s(user.email), load.s()) | tell.s()  # expect: PUR101 identity.email; PUR301 identity.email
    work()


def pipe_into_chain(user):
    (load.s(user.email) | chain(size.s(), tell.s())).delay()  # expect: PUR301 identity.email
    (load.s(user.email) | chain(load.s(), tell.s())).delay()  # expect: PUR101 identity.email; PUR301 identity.email


def into_a_group(user):
    (load.s(user.email) | group(size.s(), tell.s())).delay()  # expect: PUR101 identity.email; PUR301 identity.email
    (size.s(user.email) | group(load.s(), tell.s())).delay()  # expect: PUR301 identity.email


@shared_task
def first_of(values):
    log.info(values[0])


def places_of_a_group(user):
    chord([load.s("x"), load.s(user.email)], first_of.s())()  # expect: PUR301 identity.email
    chord([load.s(user.email), load.s("x")], first_of.s())()  # expect: PUR101 identity.email; PUR301 identity.email


def what_it_has_comes_second(user):
    chain(size.s("x"), tell.s(user.email))()  # expect: PUR301 identity.email
    chain(load.s(user.email), tell.s("x"))()  # expect: PUR101 identity.email; PUR301 identity.email


def by_link_clean(user):
    size.apply_async(args=[user.email], link=tell.s())  # expect: PUR301 identity.email
    load.apply_async(args=[user.email], link=tell.si("x"))  # expect: PUR301 identity.email
    load.apply_async(args=[user.email], link_error=tell.s())  # expect: PUR301 identity.email
    load.apply_async(args=[user.email], link=[size.s(), tell.s()])  # expect: PUR101 identity.email; PUR301 identity.email


def by_link_method(user):
    work = load.s(user.email)  # expect: PUR301 identity.email
    work.link(tell.s())  # expect: PUR101 identity.email
    work.delay()


def by_start(user):
    tell.s().delay(user.email)  # expect: PUR101 identity.email
    tell.s().apply_async(args=(user.email,))  # expect: PUR101 identity.email
    tell.si("x").delay()


def by_name(user):
    signature("background_work.tell", args=(user.email,)).delay()  # expect: PUR101 identity.email
    chain(load.s(user.email), signature("background_work.tell"))()  # expect: PUR101 identity.email; PUR301 identity.email
    chain(load.s(user.email), signature("background_work.tell", args=("x",), immutable=True))()  # expect: PUR301 identity.email


def by_signature(user):
    chain(load.signature((user.email,)), tell.signature())()  # expect: PUR101 identity.email; PUR301 identity.email
    tell.signature(args=("x",)).delay()


def by_map(users):
    tell.map([user.email for user in users]).delay()  # expect: PUR101 identity.email; PUR301 identity.email
    tell.starmap([(user.email, "x") for user in users]).delay()  # expect: PUR101 identity.email; PUR301 identity.email
    tell.starmap([("x", user.email) for user in users]).delay()  # expect: PUR301 identity.email
    tell.chunks([(user.email, "x") for user in users], 10).delay()  # expect: PUR101 identity.email; PUR301 identity.email
    tell.map(["x"]).delay()


def later(task):
    return task.s()


def of_a_helper(user):
    chain(load.s(user.email), later(tell))()  # expect: PUR101 identity.email; PUR301 identity.email


def first_step(value):
    return load.s(value)


def made_by_a_helper(user):
    (first_step(user.email) | tell.s()).delay()  # expect: PUR101 identity.email; PUR301 identity.email
    (first_step("x") | tell.s()).delay()


def start(work):
    work.delay()


def started_by_a_helper(user):
    start(chain(load.s(user.email), tell.s()))  # expect: PUR101 identity.email; PUR301 identity.email


def promise(user):
    answer = load.delay(user.email)  # expect: PUR301 identity.email
    log.info(answer)
    log.info(answer.id)
    log.info(answer.get(timeout=3))  # expect: PUR101 identity.email


def promise_of_a_chain(user):
    answer = chain(load.s(user.email), load.s())()  # expect: PUR301 identity.email
    log.info(answer.id)
    log.info(answer.get())  # expect: PUR101 identity.email


def called_as_a_function(user):
    log.info(load(user.email))  # expect: PUR101 identity.email
    tell(user.email)  # expect: PUR101 identity.email
    log.info(size(user.email))


@shared_task(bind=True, max_retries=3)
def bound(self, value):
    log.info(value)
    log.info(self.request.id)


def bound_one(user):
    bound.delay(user.email)  # expect: PUR101 identity.email; PUR301 identity.email
    bound(user.email)  # expect: PUR101 identity.email
    chain(load.s(user.email), bound.s())()  # expect: PUR101 identity.email; PUR301 identity.email
    chain(size.s(user.email), bound.s())()  # expect: PUR301 identity.email


app = Celery("shop")


class Desk:
    @app.task(bind=True)
    def heard(self, value):
        log.info(value)

    @staticmethod
    @shared_task
    def told(value):
        log.info(value)


def methods_as_tasks(user):
    Desk.heard.delay(user.email)  # expect: PUR101 identity.email; PUR301 identity.email
    Desk.told.delay(user.email)  # expect: PUR101 identity.email; PUR301 identity.email
    Desk.told.delay("x")
