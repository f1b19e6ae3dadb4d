"""Feature: what a function returns: by value, by part, on several ways, and out of what it was given.
How we carry it: a summary says which parts of the arguments, and which sources, come back in which part of the result.
What is approximated: a result is kept to a depth of three objects within one another.
"""

import logging

log = logging.getLogger(__name__)


def same(value):
    return value


def constant(value):
    return "constant"


def second(first, last):
    return last


def address_of(person):
    return person.email


def pair(user):
    return user.email, 42


def early(user, flag):
    if flag:
        return user.email
    return ""


def use(user):
    log.info(same(user.email))  # expect: PUR101 identity.email
    log.info(constant(user.email))
    log.info(second(user.email, "nothing"))
    log.info(second("nothing", user.email))  # expect: PUR101 identity.email


def source_in_the_callee(user):
    log.info(address_of(user))  # expect: PUR101 identity.email
    log.info(early(user, True))  # expect: PUR101 identity.email


def unpacked(user):
    mail, count = pair(user)
    log.info(mail)  # expect: PUR101 identity.email
    log.info(count)


def record(user):
    return {"a": user.email, "b": 1}


def key_of_a_result(user):
    log.info(record(user)["a"])  # expect: PUR101 identity.email
    log.info(record(user)["b"])


def field_of(box):
    return box["a"]


def field_of_an_argument(user):
    log.info(field_of({"a": user.email, "b": 1}))  # expect: PUR101 identity.email
    log.info(field_of({"a": 1, "b": user.email}))


def wrapped(value):
    return {"a": {"b": value}, "c": 1}


def nested(user):
    log.info(wrapped(user.email)["a"]["b"])  # expect: PUR101 identity.email
    log.info(wrapped(user.email)["c"])


def several(user, flag):
    if flag:
        return "x", user.email
    return user.email, "y"


def on_several_ways(user):
    first, second = several(user, True)
    log.info(first)  # expect: PUR101 identity.email
    log.info(second)  # expect: PUR101 identity.email


def part_by_index(user):
    log.info(pair(user)[0])  # expect: PUR101 identity.email
    log.info(pair(user)[1])


def nothing_returned(user):
    user.count += 1


def none(user):
    log.info(nothing_returned(user))
