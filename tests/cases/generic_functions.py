"""Feature: generic functions: `singledispatch` chooses what is called by the class of the first argument.
How we carry it: functions registered under a generic one are found by their decorators; a call goes to those that may be chosen.
What is approximated: of a value whose class is not known any of them is called, six at most.
"""

import functools
import logging

log = logging.getLogger(__name__)


class Person:
    def __init__(self, held):
        self.held = held


class Worker(Person):
    """A person that works."""


@functools.singledispatch
def tell(value):
    return None


@tell.register
def tell_text(value: str):
    log.info(value)


@tell.register(list)
def _(values):
    for value in values:
        log.info(len(value))


@tell.register
def _(value: Person):
    log.info(value.held)


def by_the_class_of_the_argument(user):
    tell(str(user.email))  # expect: PUR101 identity.email
    tell(3)
    tell([user.email])
    tell({"a": user.email})


def by_a_class_above(user):
    tell(Worker(user.email))  # expect: PUR101 identity.email
    tell(Worker("x"))


@functools.singledispatch
def label(value):
    return "x"


@label.register(Person)
def label_of_a_person(person):
    return person.held


def what_it_gives(user):
    log.info(label(Person(user.email)))  # expect: PUR101 identity.email
    log.info(label([user.email]))


class Teller:
    @functools.singledispatchmethod
    def tell(self, value):
        return None

    @tell.register
    def _(self, value: str):
        log.info(value)

    @tell.register(dict)
    def _(self, value):
        log.info(len(value))


def of_a_method(user):
    Teller().tell(str(user.email))  # expect: PUR101 identity.email
    Teller().tell({"a": user.email})
