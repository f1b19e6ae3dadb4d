"""Suppressions: with codes, elements, reasons and an expiry."""

import logging

log = logging.getLogger(__name__)


def by_code(user):
    log.info(user.email)  # purposelint: ignore[PUR101] the old log is switched off this month


def by_element(user):
    log.info("%s %s", user.email, user.phone_number)  # purposelint: ignore[PUR101: identity.email] asked for by support  # expect: PUR101 identity.phone


def valid_for_long(user):
    log.info(user.email)  # purposelint: ignore[PUR101] waits for the new logger until 2199-12-31


def expired(user):
    log.info(user.email)  # purposelint: ignore[PUR101] waits for the new logger until 2020-12-31  # expect: PUR407; PUR101 identity.email


def without_reason(user):
    log.info(user.email)  # purposelint: ignore[PUR101]  # expect: PUR405


def unused(build):
    log.info(build.number)  # purposelint: ignore[PUR101] nothing to hide here  # expect: PUR406


def other_code(user):
    log.info(user.email)  # purposelint: ignore[PUR201] wrong code on purpose  # expect: PUR406; PUR101 identity.email


def expired_before_the_words(user):
    log.info(user.email)  # purposelint: ignore[PUR101] until 2020-12-31 goes away with the old log  # expect: PUR407; PUR101 identity.email


def beginning_of_codes(user):
    log.info(user.email)  # purposelint: ignore[PUR1] all of the old log  # expect: PUR401; PUR101 identity.email


def pasted_as_offered(user):
    log.info(user.email)  # purposelint: ignore[PUR101] why it may stay  # expect: PUR405
