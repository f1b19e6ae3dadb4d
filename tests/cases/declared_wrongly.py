"""Declarations with mistakes, and declarations of nothing."""

import logging

log = logging.getLogger(__name__)


def misspelt(user):
    log.info(user.email)  # purpose: security_protecton  # expect: PUR401; PUR101 identity.email


def unused(build):
    log.info(build.number)  # purpose: security_protection  # expect: PUR404


def wrong_element(user):
    # purpose: identity.phone for security_protection  # expect: PUR404
    log.info(user.email)  # expect: PUR101 identity.email
