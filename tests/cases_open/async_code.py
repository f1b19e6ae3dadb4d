"""Feature: `async def`, `await`, `async for`, `async with`, asynchronous generators, `gather` and tasks.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import asyncio
import logging

log = logging.getLogger(__name__)


async def same(value):
    return value


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


async def loop_over_an_object(user):
    async for value in Opened(user.email):
        log.info(value)  # open: missing PUR101 identity.email


async def gathered_is_clean(user):
    first, second = await asyncio.gather(same("x"), same(user.email))
    log.info(first)  # open: false PUR101 identity.email
