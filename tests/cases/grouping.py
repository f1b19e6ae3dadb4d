"""Feature: `itertools.groupby`: pairs of what the key function gives and the items for which it gives that.
How we carry it: the first of a pair is the function's result, the second holds the items.
What is approximated: all groups hold all items.
"""

import logging
from dataclasses import dataclass
from itertools import groupby

log = logging.getLogger(__name__)


@dataclass
class Attendee:
    """A person at an event."""

    email: str
    phone: str
    ticket: int


def by_mail(attendees: list[Attendee]):
    for email, group in groupby(attendees, lambda one: one.email):
        log.info(email)  # expect: PUR101 identity.email
        log.info([one.phone for one in group])  # expect: PUR101 identity.phone


def by_ticket(attendees: list[Attendee]):
    for ticket, group in groupby(attendees, key=lambda one: one.ticket):
        log.info(ticket)
        for one in group:
            log.info(one.ticket)
