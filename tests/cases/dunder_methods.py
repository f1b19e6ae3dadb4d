"""Feature: methods that Python calls by itself: `__getitem__`, `__iter__`, `__call__`, `__str__`, `__add__` and their like.
How we carry it: syntax on an object of the project calls the method that its class defines, and gives what that gives.
What is approximated: what an object of unknown class is asked for in a function is asked of it where it is handed in.
"""

import logging

log = logging.getLogger(__name__)


class Bag:
    """Overloads what can be overloaded."""

    def __init__(self, held):
        self.held = held

    def __getitem__(self, key):
        return self.held

    def __iter__(self):
        yield self.held

    def __call__(self, prefix):
        return prefix + self.held

    def __add__(self, other):
        return Bag(self.held + other)

    def __contains__(self, value):
        return value == self.held

    def __len__(self):
        return len(self.held)

    def __bool__(self):
        return bool(self.held)

    def __eq__(self, other):
        return self.held == other


class Printed:
    """Prints what it holds."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return f"<{self.held}>"

    def __format__(self, specification):
        return self.held


class Hidden:
    """Prints nothing of it."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return "<hidden>"


class Store:
    """Takes items."""

    def __init__(self):
        self.last = None

    def __setitem__(self, key, value):
        self.last = value

    def __getattr__(self, name):
        return self.last


class Fall:
    """Answers for every name."""

    def __init__(self, held):
        self._held = held

    def __getattr__(self, name):
        return self._held


class Logs:
    """Logs what is put in."""

    def __setitem__(self, key, value):
        log.info(value)

    def __getitem__(self, key):
        log.info(key)
        return 0


class Steps:
    """Iterates by hand."""

    def __init__(self, held):
        self.held = held

    def __iter__(self):
        return self

    def __next__(self):
        return self.held


def loop(user):
    for value in Bag(user.email):
        log.info(value)  # expect: PUR101 identity.email


def called(user):
    log.info(Bag(user.email)("x"))  # expect: PUR101 identity.email
    log.info(Bag("x")("y"))


def added(user):
    log.info((Bag(user.email) + "x").held)  # expect: PUR101 identity.email
    log.info((Bag("x") + "y").held)


def printed(user):
    log.info("%s", Printed(user.email))  # expect: PUR101 identity.email
    log.info(f"{Printed(user.email)}")  # expect: PUR101 identity.email
    log.info(str(Printed(user.email)))  # expect: PUR101 identity.email
    log.info("%s", Hidden(user.email))
    log.info(f"{Hidden(user.email)}")


def measured(user):
    bag = Bag(user.email)
    log.info(len(bag))
    log.info("x" in bag)
    log.info(bag == "x")
    log.info(bool(bag))


def item(user):
    log.info(Bag(user.email)["a"])  # expect: PUR101 identity.email
    log.info(Bag("x")["a"])


def item_written(user):
    store = Store()
    store["a"] = user.email
    log.info(store.last)  # expect: PUR101 identity.email


def sink_in_a_dunder(user):
    logs = Logs()
    logs["a"] = user.email  # expect: PUR101 identity.email


def sink_in_getitem(user):
    logs = Logs()
    logs[user.email]  # expect: PUR101 identity.email


def any_attribute(user):
    log.info(Fall(user.email).anything)  # expect: PUR101 identity.email


def by_hand(user):
    for value in Steps(user.email):
        log.info(value)  # expect: PUR101 identity.email


def next_of(user):
    log.info(next(Steps(user.email)))  # expect: PUR101 identity.email


def listed(user):
    log.info(list(Bag(user.email)))  # expect: PUR101 identity.email


def in_a_comprehension(user):
    log.info([value for value in Bag(user.email)])  # expect: PUR101 identity.email
