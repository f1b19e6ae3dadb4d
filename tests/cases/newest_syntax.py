"""Feature: syntax of the newest Pythons: template strings, unpacking in comprehensions, `except` without parentheses.
How we carry it: they are read like the forms that they shorten, where the parser knows them.
What is approximated: with an older parser the file is reported as not analysed.
"""

import logging

log = logging.getLogger(__name__)


def template(user):
    log.info(t"seen {user.email}")  # expect: PUR101 identity.email
    log.info(t"seen {user.pk}")


def unpacked(user):
    log.info([*values for values in [[user.email]]])  # expect: PUR101 identity.email
    log.info([*values for values in [["x"]]])


def mapping(user):
    log.info({**values for values in [{"a": user.email}]})  # expect: PUR101 identity.email


def two_classes(user):
    try:
        user.save()
    except ValueError, KeyError:
        log.info(user.email)  # expect: PUR101 identity.email
