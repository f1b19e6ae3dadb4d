"""Feature: variables of an outer function or a module that an inner function writes and others read.
How we carry it: a container of the outer function or the module is changed for all; a global that a function binds is bound for its callers, and whoever looks there without having bound it may find what any function left.
What is approximated: the order in which requests come; what was left and taken away again by another function may still be there, what a function or its callees write later is not found by its own next call.
"""

import logging

log = logging.getLogger(__name__)

LAST = None
COUNT = 0
CACHE = {}
TOLD = None
FIRST = None
EMPTY = None


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


def remember(user):
    global LAST
    LAST = user.email


def forget():
    global LAST
    LAST = None


def forget_perhaps(old):
    global LAST
    if old:
        LAST = None


def tell_last():
    log.info(LAST)  # expect: PUR101 identity.email


def written_then_read(user):
    remember(user)
    log.info(LAST)  # expect: PUR101 identity.email


def written_then_forgotten(user):
    remember(user)
    forget()
    log.info(LAST)


def written_then_perhaps_forgotten(user):
    remember(user)
    forget_perhaps(user.age > 3)
    log.info(LAST)  # expect: PUR101 identity.email


def read_by_another_request():
    log.info(CACHE["a"])  # expect: PUR101 identity.email
    log.info(CACHE["b"])


def overwritten_by_this_request():
    CACHE["a"] = "x"
    log.info(CACHE["a"])


def perhaps_overwritten_by_this_request(old):
    if old:
        CACHE["a"] = "x"
    log.info(CACHE["a"])  # expect: PUR101 identity.email


def keep(value):
    global TOLD
    TOLD = value


def kept_for_the_next(user):
    keep(user.email)


def tell_next():
    log.info(TOLD)  # expect: PUR101 identity.email


def only_once(user):
    global FIRST
    if FIRST is None:
        FIRST = user.email
    log.info(FIRST)  # expect: PUR101 identity.email


def never_data():
    global EMPTY
    EMPTY = "x"


def tell_empty():
    log.info(EMPTY)


def shadowed(user):
    EMPTY = user.email
    return EMPTY
