"""Feature: a parameter that is only known by an abstract class or a `typing.Protocol`.
How we carry it: a call on an abstract class reaches the classes below it, one on a protocol the classes that have all of its methods with the same parameters.
What is approximated: annotations of a protocol's methods are not compared.
"""

import abc
import logging
from typing import Protocol

log = logging.getLogger(__name__)


class Channel(abc.ABC):
    """Carries text."""

    @abc.abstractmethod
    def write(self, text): ...


class Mail(Channel):
    """Logs what it carries."""

    def write(self, text):
        log.info(text)


class Postman(Protocol):
    """Delivers."""

    def deliver(self, receiver, text): ...

    def close(self): ...


class Loud:
    """Fits."""

    def deliver(self, receiver, text):
        log.info(receiver)

    def close(self):
        """Do nothing."""


class Half:
    """Lacks a method."""

    def deliver(self, receiver, text):
        log.info(text)


class Other:
    """Has other parameters."""

    def deliver(self, address, words):
        log.info(words)

    def close(self):
        """Do nothing."""


def through_an_abstract_class(channel: Channel, user):
    channel.write(user.email)  # expect: PUR101 identity.email


def through_a_protocol(postman: Postman, user):
    postman.deliver(user.email, "x")  # expect: PUR101 identity.email
    postman.deliver("x", user.email)
