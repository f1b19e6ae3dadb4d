"""Feature: attributes of a class, shared by its instances.
How we carry it: a class body is analysed like a function, and its names are read through the class, its instances and its subclasses.
What is approximated: the order in which functions run; whoever reads an attribute of the class without having written it may find what any function wrote there, but for what itself or its callees write later.
"""

import enum
import logging

log = logging.getLogger(__name__)


class Settings:
    """Has constants."""

    prefix = "x"
    pairs = ("y", 2)


def constants():
    log.info(Settings.prefix)
    log.info(Settings.pairs)


class Sender:
    """Someone who writes."""

    email = "desk@shop.example"


class Registry:
    """Keeps things for all."""

    last = None
    seen = []
    pair = ("a", "b")


def written_on_the_class(user):
    Registry.last = user.email
    log.info(Registry.last)  # expect: PUR101 identity.email


def read_through_an_instance(user):
    Registry.last = user.email
    log.info(Registry().last)  # expect: PUR101 identity.email


def through_a_subclass(user):
    class Child(Registry):
        """Inherits."""

    Registry.last = user.email
    log.info(Child.last)  # expect: PUR101 identity.email


def mutable(user):
    Registry.seen.append(user.email)
    log.info(Registry.seen)  # expect: PUR101 identity.email


def mutable_through_an_instance(user):
    registry = Registry()
    registry.seen.append(user.email)
    log.info(Registry.seen)  # expect: PUR101 identity.email


class Hidden:
    """Is written through instances only."""

    last = None


def instance_hides_the_class(user):
    hidden = Hidden()
    hidden.last = user.email
    log.info(Hidden.last)
    log.info(hidden.last)  # expect: PUR101 identity.email


def tuple_of_the_class():
    log.info(Registry.pair[0])


class Person:
    """A person."""

    def __init__(self, email):
        self.email = email


class Desk:
    """Has a tuple of records at class level."""

    crew = (Person("a@desk.example"), 3)


def instance_in_a_tuple():
    log.info(Desk.crew[0].email)  # expect: PUR101 identity.email
    log.info(Desk.crew[1])


class Holder:
    """Holds in a tuple what others wrote."""

    box = Registry()
    pair = (box, 1)


def through_the_tuple(user):
    Holder.pair[0].other = user.email
    log.info(Holder.pair[0].other)  # expect: PUR101 identity.email
    log.info(Holder.pair[1])


def remember(user):
    Registry.last = user.email


def remembered_by_a_callee(user):
    remember(user)
    log.info(Registry.last)  # expect: PUR101 identity.email


def found_by_the_next():
    log.info(Registry.last)  # expect: PUR101 identity.email
    log.info(Registry.pair)
    log.info(Registry().last)  # expect: PUR101 identity.email


def overwritten_here():
    Registry.last = "x"
    log.info(Registry.last)


class Later:
    """Is written after it was read."""

    pair = ("a",)


def write_later(user):
    Later.pair = (user.email,)


def read_before_it_was_written(user):
    log.info(Later.pair[0])
    write_later(user)
    log.info(Later.pair[0])  # expect: PUR101 identity.email


def make_class():
    class Fresh:
        """Is another class for each call."""

        pair = ("a",)

    return Fresh


def class_of_a_function(user):
    fresh = make_class()
    log.info(fresh.pair[0])
    fresh.pair = (user.email,)
    log.info(fresh.pair[0])  # expect: PUR101 identity.email


def another_class_of_the_function():
    log.info(make_class().pair[0])


class Kind(enum.Enum):
    """What a message goes by; members are named like elements."""

    EMAIL = "email"
    PHONE = enum.auto()


class Role(str, enum.Enum):
    """Who somebody is."""

    USER = "user"


def members(library):
    log.info("%s %s %s", Kind.EMAIL, Kind.EMAIL.value, Kind.EMAIL.name)
    log.info("%s %s", Kind.PHONE.value, Role.USER.name)
    log.info("%s %s", library.Role.USER.name, library.EMAIL.value)


def beside_a_member(user):
    log.info("%s: %s", Kind.EMAIL.value, user.email)  # expect: PUR101 identity.email
