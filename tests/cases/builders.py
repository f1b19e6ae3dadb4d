"""Feature: methods that return their own object, constructors by `__new__`, and chains of both.
How we carry it: a method that returns `self` gives the caller's own object back, with what the method wrote on it.
What is approximated: an object that the `__new__` of a base makes is of the base's class.
"""

import logging

log = logging.getLogger(__name__)


class Message:
    """Is built step by step."""

    def __init__(self):
        self.receiver = None
        self.text = None

    def to(self, receiver):
        self.receiver = receiver
        return self

    def saying(self, text):
        self.text = text
        return self

    def describe(self):
        return f"<{self.receiver}>"


def chain(user):
    message = Message().to(user.email).saying("hello")
    log.info(message.receiver)  # expect: PUR101 identity.email
    log.info(message.text)


def at_once(user):
    log.info(Message().to(user.email).describe())  # expect: PUR101 identity.email
    log.info(Message().saying(user.email).describe())


def step_by_step(user):
    message = Message()
    message.to(user.email)
    message.saying("hello")
    log.info(message.describe())  # expect: PUR101 identity.email


def copied(user):
    first = Message().to(user.email)
    second = Message()
    second.receiver = first.receiver
    log.info(second.describe())  # expect: PUR101 identity.email


class Made:
    """Is made by `__new__`."""

    def __new__(cls, value):
        made = super().__new__(cls)
        made.held = value
        return made


def made_by_new(user):
    log.info(Made(user.email).held)  # expect: PUR101 identity.email
    log.info(Made("x").held)
