"""Feature: iterating over objects of the project: `__iter__`, `__next__`, `__getitem__`, wherever Python iterates.
How we carry it: loops, comprehensions, unpacking, `in`, `next`, `list` and their like call `__iter__` and then `__next__`.
What is approximated: every item is what any item may be, unless the code lists them.
"""

import logging

log = logging.getLogger(__name__)


class Yields:
    """A generator makes its items."""

    def __init__(self, held):
        self.held = held

    def __iter__(self):
        yield "x"
        yield self.held


class Clean:
    """Holds more than it shows."""

    def __init__(self, held):
        self.held = held

    def __iter__(self):
        yield "x"


class Handed:
    """Hands out the iterator of what it holds."""

    def __init__(self, held):
        self.items = [held]

    def __iter__(self):
        return iter(self.items)


class Cursor:
    """Is an iterator."""

    def __init__(self, held):
        self.held = held

    def __iter__(self):
        return self

    def __next__(self):
        if not self.held:
            raise StopIteration
        return self.held


class Begun:
    """Its iterator is an object of its own."""

    def __init__(self, held):
        self.held = held

    def __iter__(self):
        return Cursor(self.held)


class Old:
    """The sequence protocol."""

    def __init__(self, held):
        self.held = held

    def __getitem__(self, index):
        return self.held


class Telling:
    """Logs as it goes."""

    def __init__(self, held):
        self.held = held

    def __iter__(self):
        log.info(self.held)
        yield "x"


class Endless:
    """Gives itself, without an end."""

    def __iter__(self):
        return self


class Nested:
    """Delegates."""

    def __init__(self, inner):
        self.inner = inner

    def __iter__(self):
        yield from self.inner


class Backwards:
    """Only backwards."""

    def __init__(self, held):
        self.held = held

    def __reversed__(self):
        yield self.held


def loops(user):
    for value in Yields(user.email):
        log.info(value)  # expect: PUR101 identity.email
    for value in Clean(user.email):
        log.info(value)
    for value in Handed(user.email):
        log.info(value)  # expect: PUR101 identity.email
    for value in Begun(user.email):
        log.info(value)  # expect: PUR101 identity.email
    for value in Begun("x"):
        log.info(value)
    for value in Old(user.email):
        log.info(value)  # expect: PUR101 identity.email


def gathered_up(user):
    log.info(list(Cursor(user.email)))  # expect: PUR101 identity.email
    log.info(tuple(Begun(user.email)))  # expect: PUR101 identity.email
    log.info(set(Handed(user.email)))  # expect: PUR101 identity.email
    log.info(sorted(Yields(user.email)))  # expect: PUR101 identity.email
    log.info(list(Clean(user.email)))
    log.info(", ".join(Clean(user.email)))
    log.info(", ".join(Handed(user.email)))  # expect: PUR101 identity.email


def displayed(user):
    log.info([*Begun(user.email)])  # expect: PUR101 identity.email
    log.info([*Clean(user.email)])
    log.info({value for value in Handed(user.email)})  # expect: PUR101 identity.email
    log.info([value for value in Clean(user.email)])


def unpacked(user):
    first, second = Begun(user.email)
    log.info(second)  # expect: PUR101 identity.email
    first, *rest = Handed(user.email)
    log.info(rest)  # expect: PUR101 identity.email
    one, two = Clean(user.email)
    log.info(two)


def one_by_one(user):
    log.info(next(Cursor(user.email)))  # expect: PUR101 identity.email
    log.info(next(iter(Begun(user.email))))  # expect: PUR101 identity.email
    log.info(next(Cursor("x"), user.email))  # expect: PUR101 identity.email
    log.info(next(iter(Clean(user.email))))


def counted(user):
    for number, value in enumerate(Begun(user.email)):
        log.info(number)
        log.info(value)  # expect: PUR101 identity.email
    for left, right in zip(Clean(user.email), Cursor(user.email)):
        log.info(left)
        log.info(right)  # expect: PUR101 identity.email


def argued(user):
    show(*Begun(user.email))  # expect: PUR101 identity.email
    show(*Clean(user.email))


def show(value):
    log.info(value)


def told(user):
    for _ in Telling(user.email):  # expect: PUR101 identity.email
        pass
    list(Telling(user.email))  # expect: PUR101 identity.email
    log.info("x" in Telling(user.email))  # expect: PUR101 identity.email


def endless(user):
    for value in Endless():
        log.info(value)


def nested(user):
    for value in Nested(Begun(user.email)):
        log.info(value)  # expect: PUR101 identity.email
    for value in Nested(Clean(user.email)):
        log.info(value)


def backwards(user):
    for value in reversed(Backwards(user.email)):
        log.info(value)  # expect: PUR101 identity.email


def walked(values):
    for value in values:
        log.info(value)


def firsts(values):
    return [value for value in values]


def in_a_helper(user):
    walked(Begun(user.email))  # expect: PUR101 identity.email
    walked(Clean(user.email))
    log.info(firsts(Handed(user.email)))  # expect: PUR101 identity.email
    log.info(firsts(Clean(user.email)))


def extended(user):
    values = []
    values.extend(Begun(user.email))
    log.info(values)  # expect: PUR101 identity.email
