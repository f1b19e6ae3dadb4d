"""Feature: who looks up by address or by name: `if "@" in key`.
How we carry it: an entry says that a text found to be without `@` is no e-mail address.
What is approximated: a variable whose own name says that it is an address stays one, if a bad one.
"""

import logging

log = logging.getLogger(__name__)


def found_by(key, users):
    if "@" in key:
        return users.by_address(key)["pk"]
    return key


def found(key, users):
    if "@" not in key:
        log.info("by name: %s", key)
    else:
        log.info("by address: %s", key)


def without_an_address(user, users):
    log.info(found_by(user.email, {}))
    log.info(found_by(user.phone_number, {}))  # expect: PUR101 identity.phone
    found(user.email, users)  # expect: PUR101 identity.email


def a_bad_address(email):
    if "@" not in email:
        log.info("no address: %s", email)  # expect: PUR101 identity.email


def known_on_one_way_only(user):
    login = user.email
    if "@" not in login:
        log.info(login)
    log.info(login)  # expect: PUR101 identity.email
