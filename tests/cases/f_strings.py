"""Feature: f-strings: conversions, format specifications, nesting, and the form that shows its own expression.
How we carry it: every interpolated value hands its data to the text; the letters between are no data.
What is approximated: a format specification that cuts a value short cuts nothing.
"""

import logging

log = logging.getLogger(__name__)


def plain(user):
    log.info(f"seen {user.email}")  # expect: PUR101 identity.email
    log.info(f"seen {user.pk}")


def converted(user):
    log.info(f"{user.email!r}")  # expect: PUR101 identity.email
    log.info(f"{user.email!s:>10}")  # expect: PUR101 identity.email
    log.info(f"{user.email!a:{user.pk}}")  # expect: PUR101 identity.email


def debug(user):
    log.info(f"{user.email=}")  # expect: PUR101 identity.email
    log.info(f"{user.email = !s}")  # expect: PUR101 identity.email


def nested(user):
    log.info(f"{f'{user.email}'}")  # expect: PUR101 identity.email


def implicit_concatenation(user):
    log.info("seen " f"{user.email}" " today")  # expect: PUR101 identity.email


def several_lines(user):
    log.info(  # expect: PUR101 identity.email
        f"""seen
        {user.email}"""
    )


def escaped(user):
    log.info(f"{{user.email}} {user.pk}")


def calls_inside(user):
    log.info(f"{len(user.email)} letters")
    log.info(f"{user.email.upper()}")  # expect: PUR101 identity.email


def raw(user):
    log.info(rf"\d{user.email}")  # expect: PUR101 identity.email
