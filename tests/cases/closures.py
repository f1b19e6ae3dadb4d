"""Feature: inner functions and lambdas that read variables of the function around them.
How we carry it: a captured variable is a port of the inner function, filled from the outer one's store where it is called.
What is approximated: a function that has left its maker keeps no variables: what it captured there is lost.
"""

import logging

log = logging.getLogger(__name__)


def read(user):
    value = user.email
    other = "x"

    def tell():
        log.info(value)

    def tell_other():
        log.info(other)

    tell()  # expect: PUR101 identity.email
    tell_other()


def returned_value(user):
    value = user.email

    def give():
        return value

    log.info(give())  # expect: PUR101 identity.email


def parameter(user):
    def tell(value):
        log.info(value)

    tell(user.email)  # expect: PUR101 identity.email
    tell("x")


def two_levels(user):
    value = user.email

    def outer():
        def inner():
            log.info(value)

        inner()

    outer()  # expect: PUR101 identity.email


def later_value(user):
    value = "x"

    def tell():
        log.info(value)

    tell()
    value = user.email
    tell()  # expect: PUR101 identity.email


def by_lambda(user):
    value = user.email
    give = lambda: value
    log.info(give())  # expect: PUR101 identity.email


def factory(value):
    def tell():
        log.info(value)

    return tell


def made_elsewhere_is_clean():
    tell = factory("x")
    tell()


def factory_of_parameter():
    def tell(value):
        log.info(value)

    return tell


def called_elsewhere(user):
    tell = factory_of_parameter()
    tell(user.email)  # expect: PUR101 identity.email


def read_of_a_source(user):
    def tell():
        log.info(user.email)  # expect: PUR101 identity.email

    tell()
