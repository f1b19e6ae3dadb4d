"""Feature: every way to hand a value to a logger.
How we carry it: a logger is known by its making, wherever it is kept; arguments of the message, `extra` and the handled exception are written.
What is approximated: where a logger's making is out of sight, a call on a name such as `log` or `logger` counts.
"""

import logging
import logging as lg
import sys
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


class Service:
    """Keeps its logger."""

    def __init__(self):
        self.logger = logging.getLogger("service")

    def run(self, user):
        self.logger.info("seen %s", user.email)  # expect: PUR101 identity.email


def child(user):
    log.getChild("x").info(user.email)  # expect: PUR101 identity.email


def adapter(user):
    logging.LoggerAdapter(log, {"a": user.email}).info("seen")  # expect: PUR101 identity.email
    logging.LoggerAdapter(log, {"a": 1}).info("seen")


def message_by_name(user):
    log.info(msg=user.email)  # expect: PUR101 identity.email


def exception_by_keyword(user):
    log.error("failed", exc_info=ValueError(user.email))  # expect: PUR101 identity.email


def extra_by_steps(user):
    details = {"a": 1}
    details["b"] = user.email
    log.info("seen", extra=details)  # expect: PUR101 identity.email


def message_in_a_variable(user):
    message = "seen %s" % user.email
    log.info(message)  # expect: PUR101 identity.email


def standard_streams(user):
    print(user.email, file=sys.stderr)  # expect: PUR101 identity.email
    sys.stdout.write(user.email)  # expect: PUR101 identity.email


def not_a_logger(user, form):
    form.error(user.email)
