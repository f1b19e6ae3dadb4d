"""Feature: `:=` binds inside an expression.
How we carry it: the name is bound where the expression stands, and its value is the value of the expression.
What is approximated: a name that is bound only if a condition holds may hold either value afterwards.
"""

import logging

log = logging.getLogger(__name__)


def condition(user):
    if value := user.email:
        log.info(value)  # expect: PUR101 identity.email


def loop(reader):
    while row := reader.read():
        log.info(row.email)  # expect: PUR101 identity.email


def argument(user):
    log.info(value := user.email)  # expect: PUR101 identity.email
    log.info(value)  # expect: PUR101 identity.email


def comprehension(users):
    log.info([value for user in users if (value := user.email)])  # expect: PUR101 identity.email


def after_the_comprehension(users):
    any((value := user.email) for user in users)
    log.info(value)  # expect: PUR101 identity.email


def rebound(user):
    value = user.email
    if value := "x":
        log.info(value)


def short_circuit(user, flag):
    value = "x"
    flag and (value := user.email)
    log.info(value)  # expect: PUR101 identity.email


def false_branch(user):
    if value := user.email:
        return
    log.info(value)


def compared(user):
    if (value := user.email) is None:
        log.info(value)
    else:
        log.info(value)  # expect: PUR101 identity.email


def compared_with_a_constant(user):
    if (value := user.email) == "x":
        log.info(value)


def within_a_chain(user):
    if user.is_active and (value := user.email):
        log.info(value)  # expect: PUR101 identity.email


def after_a_loop(reader):
    while email := reader.read():
        log.info(email)  # expect: PUR101 identity.email
    log.info(email)
