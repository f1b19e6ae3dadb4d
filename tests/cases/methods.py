"""Feature: methods, fields of `self`, and constructors.
How we carry it: a method's summary speaks of its object's fields, so that what one method keeps another may tell.
What is approximated: fields that are set by another thread or a framework are known by their declaration alone.
"""

import logging

log = logging.getLogger(__name__)


class Notifier:
    """Keeps an address and talks about it."""

    def __init__(self, to, retries):
        self.to = to
        self.retries = retries

    def log_to(self):
        log.info(self.to)

    def log_retries(self):
        log.info(self.retries)

    def write(self, text):
        log.info(text)

    def run(self, user):
        self.write(user.email)  # expect: PUR101 identity.email
        self.write("done")


def constructed(user):
    notifier = Notifier(user.email, 3)
    log.info(notifier.to)  # expect: PUR101 identity.email
    log.info(notifier.retries)


def leaks_later(user):
    notifier = Notifier(user.email, 3)
    notifier.log_to()  # expect: PUR101 identity.email
    notifier.log_retries()


def through_annotation(notifier: Notifier, user):
    notifier.write(user.email)  # expect: PUR101 identity.email


class Quiet(Notifier):
    """Overrides what its base leaks."""

    def write(self, text):
        self.last = len(text)


def overridden(user):
    Quiet("x", 1).write(user.email)


class Later(Notifier):
    """Fills its fields in steps."""

    def prepare(self, to):
        self.to = to

    def both(self, to):
        self.prepare(to)
        self.log_to()


def in_steps(user):
    later = Later("x", 1)
    later.log_to()
    later.prepare(user.email)
    later.log_to()  # expect: PUR101 identity.email


def within_the_object(user):
    Later("x", 1).both(user.email)  # expect: PUR101 identity.email


def method_as_a_value(user):
    write = Notifier("x", 1).write
    write(user.email)  # expect: PUR101 identity.email


def through_the_class(user):
    Notifier.write(Notifier("x", 1), user.email)  # expect: PUR101 identity.email


def replaced_object(user):
    notifier = Notifier(user.email, 1)
    notifier = Notifier("x", 1)
    notifier.log_to()
