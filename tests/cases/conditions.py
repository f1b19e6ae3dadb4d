"""Feature: conditional expressions, `and`, `or`, and tests that say what a variable holds.
How we carry it: both ways of a condition count; a variable that was tested to be empty or equal to a constant holds that.
What is approximated: tests of anything but a plain variable against plain constants, and relations between variables, are not kept.
"""

import logging

log = logging.getLogger(__name__)


def conditional(user, flag):
    log.info(user.email if flag else "none")  # expect: PUR101 identity.email
    log.info("yes" if user.email else "no")


def alternatives(user):
    log.info(user.email or "none")  # expect: PUR101 identity.email
    log.info(user.nothing and user.email)  # expect: PUR101 identity.email


def not_it(user):
    log.info(not user.email)


def equal_to_a_constant(user):
    value = user.email
    if value == "desk@shop.example":
        log.info(value)
    else:
        log.info(value)  # expect: PUR101 identity.email


def unequal_to_a_constant(user):
    value = user.email
    if value != "desk@shop.example":
        return
    log.info(value)


def one_of_constants(user):
    value = user.email
    if value in ("a@shop.example", "b@shop.example"):
        log.info(value)


def empty(user):
    value = user.email
    if not value:
        log.info(value)
    if value is None:
        log.info(value)


def early_return(user):
    value = user.email
    if value:
        return
    log.info(value)


def on_either_way(user, flag):
    value = "x"
    if flag:
        value = user.email
    elif user.pk:
        value = "y"
    log.info(value)  # expect: PUR101 identity.email
