"""Feature: conditional expressions, `and`, `or`, and tests that say what a variable holds.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
import people

log = logging.getLogger(__name__)


def decided_before_the_loop(users, flag):
    value = "x"
    for user in users:
        if flag:
            value = user.email
        if not flag:
            log.info(value)  # open: false PUR101 identity.email


def changed_between(user, flag):
    data = {}
    if flag:
        data["a"] = user.email
    data["b"] = 1
    if not flag:
        log.info(data)  # open: false PUR101 identity.email


def of_the_outside():
    user = people.find()[0]
    if not user.email:
        log.info(user.email)  # open: false PUR101 identity.email
