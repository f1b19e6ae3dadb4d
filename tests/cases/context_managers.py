"""Feature: `with`: classes, generator functions, several managers, what `__enter__` keeps and `__exit__` tells.
How we carry it: `as` takes what `__enter__` gives, or what a manager made of a generator yields; `__exit__` runs at the end, and when an exception leaves the block.
What is approximated: `__exit__` is handed an exception also where the block raised none; a manager of a generator runs to its end where it is made.
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


class Talks(Opened):
    """Logs at its end."""

    def __exit__(self, *details):
        log.info(self.held)


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


def told_on_exit(user):
    with Talks(user.email):  # expect: PUR101 identity.email
        pass


class Tells:
    """Logs the exception that its block raised."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        log.info(error)


class Keeps:
    """Keeps what it is handed, and swallows it."""

    def __init__(self):
        self.error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.error = error
        return True


class Forgets(Opened):
    """Forgets what it held."""

    def __exit__(self, *details):
        self.held = None


class Later(Opened):
    """Logs at its end, asynchronously."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        log.info(self.held)


@contextlib.contextmanager
def telling():
    try:
        yield
    except ValueError as error:
        log.info(error)
        raise


@contextlib.contextmanager
def opened(value):
    with Opened(value) as held:
        yield held


@contextlib.contextmanager
def an_opened(value):
    yield Opened(value)


class Service:
    """A manager is a method."""

    def __init__(self, held):
        self.held = held

    @contextlib.contextmanager
    def session(self):
        yield self.held


def handed_the_exception(user):
    with Tells():  # expect: PUR101 identity.email
        raise ValueError(user.email)


def handed_another(user):
    with Tells():
        raise ValueError("x")
    log.info(user.pk)


def handed_nothing(user):
    with Tells():
        send(user.email)


def send(value):
    return value


def handed_what_a_callee_raised(user):
    with Tells():  # expect: PUR101 identity.email
        refuse(user.email)


def refuse(value):
    raise ValueError(value)


def kept_and_swallowed(user):
    with Keeps() as keeps:
        raise ValueError(user.email)
    log.info(keeps.error)  # expect: PUR101 identity.email


def not_swallowed(user):
    with Tells():
        raise ValueError("x")
    log.info(user.email)


def generator_is_handed_it(user):
    with telling():  # expect: PUR101 identity.email
        raise ValueError(user.email)
    with telling():
        raise ValueError("x")


def goes_on_outwards(user):
    try:
        with Opened("x"):
            raise ValueError(user.email)
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email


def left_by_return(user):
    with Talks(user.email):  # expect: PUR101 identity.email
        return 1


def forgotten(user):
    thing = Forgets(user.email)
    with thing:
        pass
    log.info(thing.held)


def in_the_block_the_last_value_counts(user):
    with Talks("y"):
        value = user.email
        value = "x"
    log.info(value)


def nested_in_a_generator(user):
    with opened(user.email) as value:
        log.info(value)  # expect: PUR101 identity.email
    with an_opened(user.email) as thing:
        log.info(thing.held)  # expect: PUR101 identity.email
    with an_opened("x") as thing:
        log.info(thing.held)


def by_method(user):
    with Service(user.email).session() as value:
        log.info(value)  # expect: PUR101 identity.email
    with Service("x").session() as value:
        log.info(value)


async def asynchronously(user):
    async with Later(user.email):  # expect: PUR101 identity.email
        pass


def manager_in_a_variable(user):
    manager = lent(user.email)
    with manager as value:
        log.info(value)  # expect: PUR101 identity.email


@contextlib.contextmanager
def finishing(value):
    try:
        yield
    finally:
        log.info("done %s", value)


def told_once(user):
    manager = finishing(user.email)  # expect: PUR101 identity.email
    with manager:
        pass
