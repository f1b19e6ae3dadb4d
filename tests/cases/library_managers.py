"""Feature: managers of `contextlib`: `closing`, `nullcontext`, `suppress`, `ExitStack`.
How we carry it: entries say which argument `as` binds, and which call enters a manager; the object itself is handed on.
What is approximated: what a stack runs when it is left is not run, but for functions given to `callback`.
"""

import contextlib
import logging

log = logging.getLogger(__name__)


class Opened:
    """Gives what it holds."""

    def __init__(self, held):
        self.held = held
        self.kept = None

    def __enter__(self):
        self.kept = self.held
        return self.held

    def __exit__(self, *details):
        return False


class Itself(Opened):
    """Gives itself."""

    def __enter__(self):
        return self


@contextlib.contextmanager
def lent(value):
    yield value


def stack(user):
    with contextlib.ExitStack() as stack:
        value = stack.enter_context(lent(user.email))
        log.info(value)  # expect: PUR101 identity.email


def after_the_block(user):
    with contextlib.suppress(ValueError):
        value = user.email
    log.info(value)  # expect: PUR101 identity.email


def closing(user):
    with contextlib.closing(Opened(user.email)) as opened:
        log.info(opened.held)  # expect: PUR101 identity.email


def null(user):
    with contextlib.nullcontext(Opened(user.email)) as thing:
        log.info(thing.held)  # expect: PUR101 identity.email
        log.info(thing.kept)


def in_a_stack(user):
    with contextlib.ExitStack() as stack:
        first = stack.enter_context(Opened(user.email))
        second = stack.enter_context(Itself(user.email))
        third = stack.enter_context(Opened("x"))
        log.info(first)  # expect: PUR101 identity.email
        log.info(second.held)  # expect: PUR101 identity.email
        log.info(third)
        stack.callback(log.info, user.email)  # expect: PUR101 identity.email


async def in_an_asynchronous_stack(user):
    async with contextlib.AsyncExitStack() as stack:
        value = await stack.enter_async_context(Opened(user.email))
        log.info(value)  # expect: PUR101 identity.email


def swallowed(user):
    with contextlib.suppress(ValueError):
        raise ValueError("x")
    log.info(user.email)  # expect: PUR101 identity.email
