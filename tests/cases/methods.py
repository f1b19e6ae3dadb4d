"""Feature: methods, fields of `self`, and constructors.
How we carry it: a method's summary speaks of its object's fields, so that what one method keeps another may tell; a field whose maker set it to a constant is not what its name says.
What is approximated: fields that are set by another thread or a framework are known by their declaration alone.
"""

import logging
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Visit:
    path: str
    client_ip: str

    def line(self):
        return self.path + self.client_ip

    @property
    def text(self):
        return f"{self.path} {self.client_ip}"

    def replaced(self, other: "Visit"):
        return self.path + other.client_ip


def line_of(visit: Visit):
    return visit.path + visit.client_ip


def made_of_constants(visit: Visit):
    log.info(Visit("/", "0.0.0.0").line())
    log.info(Visit("/", "0.0.0.0").text)
    log.info(line_of(Visit("/", "0.0.0.0")))
    log.info(Visit("/", "0.0.0.0").replaced(visit))  # expect: PUR101 login.ip_address


def made_of_data(visit: Visit, given):
    log.info(visit.line())  # expect: PUR101 login.ip_address
    log.info(visit.text)  # expect: PUR101 login.ip_address
    log.info(line_of(visit))  # expect: PUR101 login.ip_address
    log.info(Visit("/", given).line())  # expect: PUR101 login.ip_address


class Contact:
    def __init__(self, name, email=None):
        self.name = name
        self.email = email

    def refill(self, email):
        self.email = email

    def label(self):
        return f"{self.email}"


def made_without(user):
    log.info(Contact("x").label())
    contact = Contact("x")
    contact.refill(user.email)
    log.info(contact.label())  # expect: PUR101 identity.email


def made_with(given):
    log.info(Contact("x", given).label())  # expect: PUR101 identity.email
