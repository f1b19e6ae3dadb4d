"""Feature: `async def`, `await`, `async for`, `async with`, asynchronous generators, `gather` and tasks.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import asyncio
import logging

log = logging.getLogger(__name__)


async def same(value):
    return value


async def gathered_is_clean(user):
    first, second = await asyncio.gather(same("x"), same(user.email))
    log.info(first)  # open: false PUR101 identity.email
