"""What takes the personal data out of a value."""

import logging

log = logging.getLogger(__name__)


def size(user, users):
    log.info(len(user.email))
    log.info("%d mails", len([each.email for each in users]))


def truth(user):
    log.info(bool(user.email))
    log.info("has mail: %s", user.email is not None)
    log.info("same: %s", user.email == "x@example.org")
    log.info("known: %s", user.email in ("a", "b"))
    log.info("none: %s", not user.email)


def chosen(user):
    log.info("yes" if user.email else "no")
    log.info(user.email or "none")  # expect: PUR101 identity.email
    log.info(user.email if user.pk else "none")  # expect: PUR101 identity.email


def type_of(user):
    log.info("%s", type(user.email))
    log.info("%s", isinstance(user.email, str))


def mask_email(value):
    return value[0] + "***"


def masked(user):
    log.info(mask_email(user.email))
