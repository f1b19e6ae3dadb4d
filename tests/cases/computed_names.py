"""Feature: attributes whose name is computed, in functions that are handed the name, and whole sets of them.
How we carry it: the caller knows the name that it hands in; mappings that become attributes keep their keys.
What is approximated: in a loop over names any of them may be meant.
"""

import logging
from types import SimpleNamespace

log = logging.getLogger(__name__)


class Box:
    """Holds what it is given."""


class Options:
    """Takes all its keywords as attributes."""

    def __init__(self, **values):
        self.__dict__.update(values)


class Shown:
    """Prints what it has by looking."""

    def __init__(self, held, count):
        self.held = held
        self.count = count

    def as_dict(self):
        return dict(self.__dict__)

    def names(self):
        return list(vars(self))


def show(thing, name):
    log.info(getattr(thing, name))


def put(thing, name, value):
    setattr(thing, name, value)


def name_is_handed_in(user):
    box = Box()
    box.held = user.email
    box.other = 1
    show(box, "held")  # expect: PUR101 identity.email
    show(box, "other")


def name_is_handed_in_to_a_setter(user):
    box = Box()
    put(box, "held", user.email)
    put(box, "other", 1)
    log.info(box.held)  # expect: PUR101 identity.email
    log.info(box.other)


def keywords_become_attributes(user):
    options = Options(held=user.email, other=1)
    log.info(options.held)  # expect: PUR101 identity.email
    log.info(options.other)


def all_of_it(user):
    log.info(Shown(user.email, 1).as_dict())  # expect: PUR101 identity.email
    log.info(Shown("x", 1).as_dict())


def key_of_all(user):
    shown = Shown(user.email, 1)
    log.info(vars(shown)["held"])  # expect: PUR101 identity.email
    log.info(vars(shown)["count"])
    log.info({**vars(shown)}["count"])


def frozen(user):
    box = Box()
    object.__setattr__(box, "held", user.email)
    log.info(box.held)  # expect: PUR101 identity.email


def namespace(user):
    made = SimpleNamespace(held=user.email, other=1)
    log.info(made.held)  # expect: PUR101 identity.email
    log.info(made.other)
