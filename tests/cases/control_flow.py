"""Values through loops, try, with, walrus and match."""

import logging

log = logging.getLogger(__name__)


def tried(user):
    value = ""
    try:
        value = user.email
        value.encode("ascii")
    except UnicodeError:
        log.info(value)  # expect: PUR101 identity.email
    finally:
        log.info(value)  # expect: PUR101 identity.email


def walrus(user):
    if mail := user.email:
        log.info(mail)  # expect: PUR101 identity.email


def matched(user):
    match user.email:
        case "":
            log.info("empty")
        case mail:
            log.info(mail)  # expect: PUR101 identity.email


def while_loop(queue):
    while queue:
        user = queue.pop()
        log.info(user.email)  # expect: PUR101 identity.email


def after_return(user):
    return user.pk
    log.info(user.email)


def opened(user, lock):
    with lock:
        log.info(user.email)  # expect: PUR101 identity.email
