"""Markers in annotations that are written as strings.

Feature: `def f(to: "Annotated[str, Personal('identity.email')]")`, as code without the import at run time writes it.
How we carry it: the string is read as what it says: names, subscripts, texts and calls with such.
What is approximated: a string with anything else in it (numbers, computed text) is left alone.
"""

import logging

log = logging.getLogger(__name__)


def unquoted_in_part(to: Annotated["str", Personal("identity.email")]):
    log.info(to)  # expect: PUR101 identity.email


def whole(to: "Annotated[str, Personal('identity.email')]"):
    log.info(to)  # expect: PUR101 identity.email


def with_a_purpose(to: "Annotated[str, Personal('identity.email', purpose='security_protection')]"):
    log.info(to)


def unknown_word(to: "Annotated[str, Personal('identity.emial')]"):  # expect: PUR401
    log.info(to)


class Contact:
    to: "Annotated[str, Personal('identity.email')]"


def of_a_field(contact: Contact):
    log.info(contact.to)  # expect: PUR101 identity.email


def taken_out(email: "Annotated[str, NotPersonal('the list')]"):
    log.info(email)
