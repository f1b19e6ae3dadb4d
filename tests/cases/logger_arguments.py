"""Every way to hand a value to a logger."""

import logging
import logging as lg
from logging import getLogger

log = logging.getLogger(__name__)
other = getLogger("other")


def lazily(user):
    log.info("mail %s", user.email)  # expect: PUR101 identity.email
    log.info("%s %s", "x", user.email)  # expect: PUR101 identity.email
    log.warning("%(mail)s", {"mail": user.email})  # expect: PUR101 identity.email


def levels(user):
    log.debug(user.email)  # expect: PUR101 identity.email
    log.warning(user.email)  # expect: PUR101 identity.email
    log.error(user.email)  # expect: PUR101 identity.email
    log.critical(user.email)  # expect: PUR101 identity.email
    log.exception(user.email)  # expect: PUR101 identity.email
    log.log(logging.INFO, "%s", user.email)  # expect: PUR101 identity.email


def extra(user):
    log.info("seen", extra={"mail": user.email})  # expect: PUR101 identity.email


def by_module(user):
    logging.info(user.email)  # expect: PUR101 identity.email
    lg.info(user.email)  # expect: PUR101 identity.email
    other.info(user.email)  # expect: PUR101 identity.email


def printed(user):
    print("mail", user.email)  # expect: PUR101 identity.email
    print("done", file=None)


def levels_are_no_data(user):
    log.setLevel(logging.DEBUG)
    if log.isEnabledFor(logging.DEBUG):
        log.debug("user %s", user.pk)
