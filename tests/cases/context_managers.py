"""Feature: `with`: classes, generator functions, several managers, what `__enter__` keeps and `__exit__` tells.
How we carry it: `as` takes what `__enter__` gives, or what a manager made of a generator yields.
What is approximated: `__exit__` is not called, and `closing` hands nothing on.
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


class Begins(Opened):
    """Logs at its beginning."""

    def __enter__(self):
        log.info(self.held)
        return self


@contextlib.contextmanager
def lent(value):
    yield value


@contextlib.contextmanager
def pair(value):
    yield 1, value


def by_class(user):
    with Opened(user.email) as value:
        log.info(value)  # expect: PUR101 identity.email
    with Opened("x") as value:
        log.info(value)


def itself(user):
    with Itself(user.email) as opened:
        log.info(opened.held)  # expect: PUR101 identity.email


def set_on_entry(user):
    opened = Opened(user.email)
    with opened:
        log.info(opened.kept)  # expect: PUR101 identity.email


def by_generator(user):
    with lent(user.email) as value:
        log.info(value)  # expect: PUR101 identity.email
    with lent("x") as value:
        log.info(value)


def unpacked(user):
    with pair(user.email) as (count, value):
        log.info(count)
        log.info(value)  # expect: PUR101 identity.email


def several(user):
    with lent("x") as first, lent(user.email) as second:
        log.info(first)
        log.info(second)  # expect: PUR101 identity.email


def told_on_entry(user):
    with Begins(user.email):  # expect: PUR101 identity.email
        pass


def of_the_outside(user, lock):
    with lock, contextlib.suppress(ValueError):
        log.info(user.email)  # expect: PUR101 identity.email


def after_the_block(user):
    with contextlib.suppress(ValueError):
        value = user.email
    log.info(value)  # expect: PUR101 identity.email


def stack(user):
    with contextlib.ExitStack() as stack:
        value = stack.enter_context(lent(user.email))
        log.info(value)  # expect: PUR101 identity.email
