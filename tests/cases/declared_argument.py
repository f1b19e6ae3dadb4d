"""A declaration beside one argument covers the call for what that argument carries."""

import logging

import requests

log = logging.getLogger(__name__)


def beside_an_argument(user):
    requests.post(
        "https://crm.example/people",
        json={"mail": user.email},  # purpose: messaging
        timeout=5,
    )


def beside_an_item(user):
    requests.post(
        "https://crm.example/people",
        json={
            "mail": user.email,  # purpose: messaging
        },
        timeout=5,
    )


def beside_the_other(user):
    log.info(  # expect: PUR101 identity.phone
        "%s %s",
        user.email,  # purpose: security_protection
        user.phone_number,
    )
