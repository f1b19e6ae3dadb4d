"""Feature: what a generator yields before its loop.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def rows(users):
    yield "id;mail"
    for user in users:
        yield f"{user.id};{user.email}"


def first_row(users):
    head, *rest = rows(users)
    log.info(head)  # open: false PUR101 identity.email
