"""Work that runs later or elsewhere: background tasks, coroutines, thread pools, after a commit, groups of tasks.

Feature: `BackgroundTasks.add_task`, `asyncio.create_task`, `run_in_threadpool`, `on_commit`, Celery's `group`.
How we carry it: entries say which parameter of a call is the function it calls, and with what; a signature of a
    task calls it with the arguments that it has.
What is approximated: what one task of a chain gives is not handed to the next.
"""

import asyncio
import logging
from functools import partial

from celery import chain, chord, group, shared_task
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
    chain(size.s(user.email), tell.s()).delay()


def by_chain3(user):
    chain(load.s(user.email), tell.si("x")).apply_async()


def by_pipe_clean(user):
    (size.s(user.email) | tell.s()).delay()


def by_chord_clean(user):
    chord([size.s(user.email)])(tell_all.s())


def by_group(user):
    group(tell.s(user.email), tell.s("x")).apply_async()  # expect: PUR101 identity.email


def by_group_gen(users):
    group(tell.s(user.email) for user in users)()  # expect: PUR101 identity.email


def not_started(user):
    load.s(user.email)


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
    transaction.on_commit(lambda: tell.delay(user.email))  # expect: PUR101 identity.email
    transaction.on_commit(partial(tell.delay, user.email))  # expect: PUR101 identity.email
    transaction.on_commit(partial(tell.delay, "x"))
