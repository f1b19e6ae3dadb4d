"""A declaration of a function covers every statement in it, and what callers hand to it."""

import logging

log = logging.getLogger(__name__)


def covered(user):
    # purpose of this function: security_protection
    log.info(user.email)
    if user.pk:
        log.info(user.phone_number)


def not_covered(user):
    log.info(user.email)  # expect: PUR101 identity.email


def audit(text):
    # purpose of this function: security_protection
    log.info(text)


def caller(user):
    audit(user.email)


def bare(text):
    log.info(text)


def caller_that_declares(user):
    bare(user.email)  # purpose: security_protection


def caller_that_does_not(user):
    bare(user.email)  # expect: PUR101 identity.email


def caller_with_a_scope(user):
    # purpose of this function: security_protection
    bare(user.email)
