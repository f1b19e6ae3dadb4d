"""What a function returns is what its body says, not what its arguments are."""

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
