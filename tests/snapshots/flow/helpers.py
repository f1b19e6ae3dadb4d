"""Functions that hand data on, keep it, write it on what they are given, and log it."""

import logging

log = logging.getLogger(__name__)


def same(value):
    return value


def pair(user):
    return user.email, 2


def fill(box, value):
    box.held = value
    box["a"]["b"] = 1


def perhaps(box, value, flag):
    if flag:
        box.held = value


def add(values, value):
    values.append(value)


def write(text, *rest, **more):
    log.info(text, rest[0], more["a"])


def outer(value):
    write("x", same(value))


def start(user):
    outer(user.email)
    log.info(pair(user)[0])
    log.info(pair(user)[1])
