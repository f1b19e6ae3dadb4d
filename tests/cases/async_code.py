"""Feature: `async def`, `await`, `async for`, `async with`, asynchronous generators, `gather` and tasks.
How we carry it: awaiting gives what the function returns; asynchronous loops and blocks bind as their plain forms do.
What is approximated: which of several awaited results is which is not told apart; `__anext__` is not called.
"""

import asyncio
import contextlib
import logging

log = logging.getLogger(__name__)


async def same(value):
    return value


async def write(value):
    log.info(value)


async def several(value):
    yield "x"
    yield value


class Opened:
    """Opens asynchronously."""

    def __init__(self, held):
        self.held = held

    async def __aenter__(self):
        return self.held

    async def __aexit__(self, *details):
        return False

    def __aiter__(self):
        return self

    async def __anext__(self):
        return self.held


@contextlib.asynccontextmanager
async def lent(value):
    yield value


async def awaited(user):
    log.info(await same(user.email))  # expect: PUR101 identity.email
    log.info(await same("x"))
    await write(user.email)  # expect: PUR101 identity.email
    await write("x")


async def loop(user):
    async for value in several(user.email):
        log.info(value)  # expect: PUR101 identity.email


async def loop_over_an_object(user):
    async for value in Opened(user.email):
        log.info(value)  # expect: PUR101 identity.email


async def block(user):
    async with Opened(user.email) as value:
        log.info(value)  # expect: PUR101 identity.email
    async with lent(user.email) as value:
        log.info(value)  # expect: PUR101 identity.email
    async with lent("x") as value:
        log.info(value)


async def comprehension(user):
    log.info([value async for value in several(user.email)])  # expect: PUR101 identity.email


async def gathered(user):
    values = await asyncio.gather(same("x"), same(user.email))
    log.info(values)  # expect: PUR101 identity.email
    first, second = await asyncio.gather(same("x"), same(user.email))
    log.info(second)  # expect: PUR101 identity.email


async def task(user):
    job = asyncio.create_task(same(user.email))
    log.info(await job)  # expect: PUR101 identity.email
    asyncio.create_task(write(user.email))  # expect: PUR101 identity.email


def started(user):
    asyncio.run(write(user.email))  # expect: PUR101 identity.email
    log.info(asyncio.run(same(user.email)))  # expect: PUR101 identity.email


async def in_a_group(user):
    async with asyncio.TaskGroup() as group:
        group.create_task(write(user.email))  # expect: PUR101 identity.email


async def queued(user):
    queue = asyncio.Queue()
    await queue.put(user.email)
    log.info(await queue.get())  # expect: PUR101 identity.email


async def in_a_thread(user):
    await asyncio.to_thread(print, user.email)  # expect: PUR101 identity.email
