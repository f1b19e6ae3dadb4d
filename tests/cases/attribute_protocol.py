"""Feature: `__getattr__`, `__setattr__` and `__delattr__` of the project, and `__getattr__` of a module.
How we carry it: a name that nothing declares or sets is asked of `__getattr__`; setting one also runs `__setattr__`.
What is approximated: what `__setattr__` is handed is set as well, whatever it makes of it.
"""

import logging

log = logging.getLogger(__name__)


class Fall:
    """Answers for every name it does not have."""

    def __init__(self, held):
        self._held = held
        self.job = "x"

    def __getattr__(self, name):
        return self._held


class Fixed:
    """Answers with the same."""

    def __init__(self, held):
        self._held = held

    def __getattr__(self, name):
        return "x"


class Told:
    """Tells of what is set and deleted."""

    def __setattr__(self, name, value):
        log.info(value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        log.info(self.mail)


class Quiet:
    """Tells only the name."""

    def __setattr__(self, name, value):
        log.info(name)
        object.__setattr__(self, name, value)


def any_name(user):
    fall = Fall(user.email)
    log.info(fall.whatever)  # expect: PUR101 identity.email
    log.info(fall.job)
    log.info(Fall("x").whatever)
    log.info(Fixed(user.email).whatever)
    log.info(getattr(fall, "whatever"))  # expect: PUR101 identity.email


def set_first(user):
    fall = Fall(user.email)
    fall.whatever = "x"
    log.info(fall.whatever)


def told(user):
    thing = Told()
    thing.mail = user.email  # expect: PUR101 identity.email
    thing.mail = "x"
    log.info(thing.mail)


def told_by_setattr(user):
    thing = Told()
    setattr(thing, "mail", user.email)  # expect: PUR101 identity.email


def deleted(user):
    thing = Told()
    thing.mail = user.email  # expect: PUR101 identity.email
    del thing.mail  # expect: PUR101 identity.email


def quiet(user):
    thing = Quiet()
    thing.mail = user.email
    log.info(thing.mail)  # expect: PUR101 identity.email


def read(thing):
    return thing.whatever


def in_a_helper(user):
    log.info(read(Fall(user.email)))  # expect: PUR101 identity.email
    log.info(read(Fixed(user.email)))


def annotated(user, fall: Fall):
    fall._held = user.email
    log.info(fall.whatever)  # expect: PUR101 identity.email
