"""A declaration beside or above a statement covers that statement, and no other."""

import logging

import requests

log = logging.getLogger(__name__)


def trailing(user):
    log.info(user.email)  # purpose: security_protection
    log.info(user.email)  # expect: PUR101 identity.email


def above(user):
    # purpose: security_protection
    log.info(user.email)
    log.info(user.email)  # expect: PUR101 identity.email


def after_the_bracket(user):
    requests.post(
        "https://crm.example/people",
        json={"mail": user.email},
        timeout=5,
    )  # purpose: messaging


def several_purposes(user):
    log.info(user.email)  # purpose: security_protection, messaging


def behind_type_ignore(user):
    log.info(user.email)  # type: ignore  # purpose: security_protection


def one_element_of_two(user):
    # purpose: identity.email for security_protection
    log.info("%s %s", user.email, user.phone_number)  # expect: PUR101 identity.phone


def with_reason(user):
    log.info(user.email)  # purpose: security_protection because misuse is looked for in this log


def prose(user):
    # purpose: print numbers nicely
    log.info(user.pk)
