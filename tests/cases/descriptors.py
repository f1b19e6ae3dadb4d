"""Feature: descriptors: class attributes whose `__get__` and `__set__` read and write an attribute of the instance.
How we carry it: reading and writing such an attribute calls the method, with the object of the class body and its name.
What is approximated: which of several descriptors an attribute of unknown name reaches is not told.
"""

import logging

log = logging.getLogger(__name__)


class Kept:
    """Keeps the value in the instance, under the name that it was given."""

    def __set_name__(self, owner, name):
        self.name = "_" + name
        self.key = name

    def __get__(self, instance, owner):
        return instance.__dict__[self.key]

    def __set__(self, instance, value):
        instance.__dict__[self.key] = value


class Loud:
    """Logs what it is set to."""

    def __set__(self, instance, value):
        log.info(value)


class Person:
    """Two attributes by the same descriptor, and one that logs."""

    first = Kept()
    second = Kept()
    told = Loud()

    def __init__(self, first, second):
        self.first = first
        self.second = second


class Handmade:
    """Properties that are made by hand."""

    def __init__(self):
        self._held = None
        self._count = 0

    def _get(self):
        return self._held

    def _set(self, value):
        self._held = value

    def _get_count(self):
        return self._count

    held = property(_get, _set)
    count = property(fget=_get_count)


def by_descriptor(user):
    person = Person(user.email, "x")
    log.info(person.first)  # expect: PUR101 identity.email
    log.info(person.second)


def written_over(user):
    person = Person(user.email, "x")
    person.first = "y"
    log.info(person.first)


def sink_in_set(user):
    person = Person("x", "y")
    person.told = user.email  # expect: PUR101 identity.email
    person.told = user.pk


def by_hand(user):
    made = Handmade()
    made.held = user.email
    log.info(made.held)  # expect: PUR101 identity.email
    log.info(made.count)


def set_by_name(user):
    made = Handmade()
    setattr(made, "held", user.email)
    log.info(made.held)  # expect: PUR101 identity.email
    log.info(getattr(made, "count"))


class Named:
    """Keeps the value under a name of its own making, by `setattr`."""

    def __set_name__(self, owner, name):
        self.name = f"_{name}"
        self.other = "_" + name + "_before"

    def __get__(self, instance, owner=None):
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, value)
        setattr(instance, self.other, 1)


class Account:
    """Two attributes by that descriptor."""

    held = Named()
    count = Named()


def under_a_made_name(user):
    account = Account()
    account.held = user.email
    account.count = 1
    log.info(account.held)  # expect: PUR101 identity.email
    log.info(account._held)  # expect: PUR101 identity.email
    log.info(account.count)
    log.info(account._count)
    log.info(account._held_before)
    account.held = "-"
    log.info(account.held)
