"""Text that is built from a value carries it: f-strings, %, format, +, join and methods of str."""

import logging

log = logging.getLogger(__name__)


def f_string(user):
    log.info(f"mail {user.email}")  # expect: PUR101 identity.email
    log.info(f"{user.email!r:>40}")  # expect: PUR101 identity.email
    log.info(f"{user.email=}")  # expect: PUR101 identity.email


def not_interpolated(user):
    log.info("{user.email}")
    log.info("the e-mail is kept")


def percent(user):
    log.info("mail %s" % user.email)  # expect: PUR101 identity.email
    log.info("%s has %s" % ("x", user.email))  # expect: PUR101 identity.email
    log.info("%(mail)s" % {"mail": user.email})  # expect: PUR101 identity.email


def format_method(user):
    log.info("mail {}".format(user.email))  # expect: PUR101 identity.email
    log.info("{mail}".format(mail=user.email))  # expect: PUR101 identity.email
    log.info("{} of {}".format(1, 2))


def plus(user):
    log.info("mail " + user.email)  # expect: PUR101 identity.email
    log.info("mail " + "none")


def joined(user):
    log.info(", ".join(["x", user.email]))  # expect: PUR101 identity.email


def methods(user):
    log.info(user.email.lower().strip())  # expect: PUR101 identity.email
    log.info(user.email.encode("utf-8"))  # expect: PUR101 identity.email
    log.info(str(user.email))  # expect: PUR101 identity.email
    log.info(repr(user.email))  # expect: PUR101 identity.email
