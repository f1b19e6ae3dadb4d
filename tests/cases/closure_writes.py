"""Feature: variables of an outer function or a module that an inner function writes and others read.
How we carry it: a container of the outer function or the module is changed for all; a global that a function binds holds its value to the end of that function.
What is approximated: a variable that another function binds through `nonlocal` or `global` keeps its old value for the rest; what one request leaves in a global is not seen by the next.
"""

import logging

log = logging.getLogger(__name__)

LAST = None
COUNT = 0
CACHE = {}


def non_local_not_called(user):
    value = "x"

    def fill():
        nonlocal value
        value = user.email

    log.info(value)
    return fill


def container_of_the_outer(user):
    found = []

    def add(value):
        found.append(value)

    add(user.email)
    log.info(found)  # expect: PUR101 identity.email


def count(user):
    global COUNT
    COUNT = len(user.email)
    log.info(COUNT)


def filled_by_one_request(user):
    CACHE["a"] = user.email


def own_global(user):
    global LAST
    LAST = user.email
    log.info(LAST)  # expect: PUR101 identity.email


def non_local(user):
    value = "x"

    def fill():
        nonlocal value
        value = user.email

    fill()
    log.info(value)  # expect: PUR101 identity.email


def non_local_cleans(user):
    value = user.email

    def clear():
        nonlocal value
        value = "x"

    clear()
    log.info(value)


def two_inner_functions(user):
    value = "x"

    def fill():
        nonlocal value
        value = user.email

    def tell():
        log.info(value)

    tell()
    fill()
    tell()  # expect: PUR101 identity.email
