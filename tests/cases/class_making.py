"""Feature: what runs when a class is made: `__init_subclass__`, decorators of classes, `__init__` of a metaclass; `__subclasses__()`, `super(Class, self)`.
How we carry it: each class is handed to those above it and to its decorators, so that a registry that they fill holds it under its name there; what a decorator changes in the class is changed.
What is approximated: a class's name stands for the class, whatever its decorators give; a registry by `cls.__name__` gives any of its classes; `__new__` of a metaclass is not followed, nor is a method that another one replaced.
"""

import logging

log = logging.getLogger(__name__)


class Listed:
    """Keeps those below it in a list."""

    known = []

    def __init_subclass__(cls, **words):
        super().__init_subclass__(**words)
        Listed.known.append(cls)


class Says(Listed):
    def handle(self, value):
        log.info(value)


def of_list(user):
    for each in Listed.known:
        each().handle(user.email)  # expect: PUR101 identity.email
        each().handle(user.pk)


class Named:
    """Keeps those below it by a name that they give."""

    known = {}

    def __init_subclass__(cls, name="", **words):
        cls.known[name] = cls

    @classmethod
    def of(cls, name):
        return cls.known[name]()


class SaysByName(Named, name="says"):
    def handle(self, value):
        log.info(value)


class CountsByName(Named, name="counts"):
    def handle(self, value):
        log.info(len(value))


def of_name(user):
    Named.known["says"]().handle(user.email)  # expect: PUR101 identity.email
    Named.known["counts"]().handle(user.email)
    Named.of("says").handle(user.email)  # expect: PUR101 identity.email


class Quiet:
    """Below it is one that says what it gets."""

    def handle(self, value):
        return len(value)


class Loud(Quiet):
    def handle(self, value):
        log.info(value)


class Silent(Loud):
    def handle(self, value):
        return super(Loud, self).handle(value)


class Again(Silent):
    def handle(self, value):
        return super(Silent, self).handle(value)


def below(user):
    for each in Quiet.__subclasses__():
        each().handle(user.email)  # expect: PUR101 identity.email
    for each in Loud.__subclasses__():
        each().handle(user.email)


def above(user):
    Silent().handle(user.email)
    Again().handle(user.email)  # expect: PUR101 identity.email


class Kept:
    """Adds itself where it is told to."""

    all = []

    @classmethod
    def keep(cls):
        Kept.all.append(cls)


class KeptToo(Kept):
    def handle(self, value):
        log.info(value)


KeptToo.keep()


def of_method(user):
    for each in Kept.all:
        each().handle(user.email)  # expect: PUR101 identity.email


REGISTRY = {}


def registered(name):
    def keep(cls):
        REGISTRY[name] = cls
        return cls

    return keep


def listed(cls):
    LIST.append(cls)
    return cls


LIST = []


@registered("says")
class SaysIt:
    def handle(self, value):
        log.info(value)


@listed
@registered("counts")
class CountsIt:
    def handle(self, value):
        log.info(len(value))


def of_decorator(user):
    REGISTRY["says"]().handle(user.email)  # expect: PUR101 identity.email
    REGISTRY["counts"]().handle(user.email)
    for each in LIST:
        each().handle(user.email)


class Registering(type):
    """A class of classes that keeps each."""

    made = {}

    def __init__(cls, name, bases, body):
        super().__init__(name, bases, body)
        Registering.made[name] = cls


class Made(metaclass=Registering):
    def handle(self, value):
        log.info(value)


class MadeToo(Made):
    def handle(self, value):
        log.info(len(value))


def of_metaclass(user):
    Registering.made["Made"]().handle(user.email)  # expect: PUR101 identity.email
    Registering.made["MadeToo"]().handle(user.email)
