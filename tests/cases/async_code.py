"""Feature: `async def`, `await`, `async for`, `async with`, asynchronous generators, `gather` and tasks.
How we carry it: awaiting gives what the function returns; asynchronous loops and blocks bind as their plain forms do.
What is approximated: a task is what its coroutine gives; tasks of an unpacked list are not told apart.
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


async def gathered_is_clean(user):
    first, second = await asyncio.gather(same("x"), same(user.email))
    log.info(first)


class Person:
    """Holds two things."""

    def __init__(self, mail):
        self.mail = mail
        self.job = "x"


class Fetched:
    """Can be awaited."""

    def __init__(self, held):
        self.held = held

    def __await__(self):
        yield
        return self.held


class Wrapping:
    """Awaits something else."""

    def __init__(self, held):
        self.held = held

    def __await__(self):
        return same(self.held).__await__()


async def person(mail):
    return Person(mail)


async def awaitable_objects(user):
    log.info(await Fetched(user.email))  # expect: PUR101 identity.email
    log.info(await Fetched("x"))
    log.info(await Wrapping(user.email))  # expect: PUR101 identity.email
    log.info(await Wrapping("x"))


async def objects_out_of_tasks(user):
    job = asyncio.create_task(person(user.email))
    found = await job
    log.info(found.mail)  # expect: PUR101 identity.email
    log.info(found.job)
    log.info(job.result().mail)  # expect: PUR101 identity.email
    log.info(job.result().job)


async def objects_out_of_gather(user):
    one, two = await asyncio.gather(person("x"), person(user.email))
    log.info(one.mail)
    log.info(two.mail)  # expect: PUR101 identity.email
    log.info(two.job)


async def gathered_from_a_list(users):
    for found in await asyncio.gather(*[person(user.email) for user in users]):
        log.info(found.mail)  # expect: PUR101 identity.email
        log.info(found.job)


async def in_time(user):
    found = await asyncio.wait_for(person(user.email), timeout=3)
    log.info(found.mail)  # expect: PUR101 identity.email
    log.info(found.job)


async def as_they_come(users):
    for coming in asyncio.as_completed([same(user.email) for user in users]):
        log.info(await coming)  # expect: PUR101 identity.email


async def waited_for(user):
    done, pending = await asyncio.wait([asyncio.create_task(same(user.email))])
    for task in done:
        log.info(task.result())  # expect: PUR101 identity.email
    log.info(pending)


async def in_an_executor(user):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, print, user.email)  # expect: PUR101 identity.email
    found = await loop.run_in_executor(None, Person, user.email)
    log.info(found.mail)  # expect: PUR101 identity.email
    log.info(found.job)
    log.info(await asyncio.to_thread(Person, "x"))


async def called_soon(user):
    asyncio.get_running_loop().call_soon(print, user.email)  # expect: PUR101 identity.email


async def task_of_a_group(user):
    async with asyncio.TaskGroup() as group:
        job = group.create_task(person(user.email))
    log.info(job.result().mail)  # expect: PUR101 identity.email
    log.info(job.result().job)


async def next_of_one(user):
    log.info(await anext(Opened(user.email)))  # expect: PUR101 identity.email
    log.info(await anext(Opened("x")))
