"""Feature: tuples whose items have names, made by `namedtuple`: `_asdict`, `_replace`.
How we carry it: both give a container of its own, with the names as keys, or with some of the items replaced.
What is approximated: of a tuple that a caller handed in, what such a method gives is unknown.
"""

import logging
from collections import namedtuple

log = logging.getLogger(__name__)
Row = namedtuple("Row", "number label mail")


def as_dict(user):
    row = Row(1, "x", user.email)
    log.info("%s", row._asdict()["label"])
    log.info("%s", row._asdict())  # expect: PUR101 identity.email


def replaced(user):
    row = Row(1, "x", user.email)
    log.info("%s", row._replace(mail="hidden"))
    log.info("%s", row._replace(number=2).label)
    log.info("%s", row._replace(number=2))  # expect: PUR101 identity.email
    log.info("%s", row._replace(number=2)[2])  # expect: PUR101 identity.email
    log.info("%s", row)  # expect: PUR101 identity.email
