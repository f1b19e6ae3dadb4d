"""Feature: attributes set name by name from a mapping or another object: `setattr(o, k, m[k])` in a loop.
How we carry it: each entry goes under its own name, also where a helper is handed the mapping; nothing else of the object changes.
What is approximated: a test inside the loop that leaves out names is not looked at.
"""

import logging

from pydantic import BaseModel, EmailStr

log = logging.getLogger(__name__)


class Ticket:
    """A row that forms and helpers fill."""

    state: str
    sender: str
    channel: str


class Submitted(BaseModel):
    """What a client may change."""

    state: str | None = None
    sender: EmailStr | None = None


def update(row, values=None):
    if values is not None:
        for name, value in values.items():
            setattr(row, name, value)
    return row


def by_helper(ticket: Ticket, user):
    ticket = update(ticket, {"sender": user.email, "state": "open"})
    log.info(ticket.sender)  # expect: PUR101 identity.email
    log.info(ticket.state)
    log.info(ticket.channel)


def nothing_handed(ticket: Ticket, user):
    ticket.sender = user.email
    update(ticket)
    log.info(ticket.sender)  # expect: PUR101 identity.email
    log.info(ticket.state)


def by_loop(ticket: Ticket, user):
    values = {"sender": user.email, "state": "open"}
    for name, value in values.items():
        setattr(ticket, name, value)
    log.info(ticket.sender)  # expect: PUR101 identity.email
    log.info(ticket.channel)


def by_key(ticket: Ticket, user):
    values = {"sender": user.email, "state": "open"}
    for name in values:
        setattr(ticket, name, values[name])
    log.info(ticket.sender)  # expect: PUR101 identity.email
    log.info(ticket.channel)


def by_get(ticket: Ticket, user, names):
    values = {"sender": user.email, "state": "open"}
    for name in names:
        setattr(ticket, name, values.get(name))
    log.info(ticket.sender)  # expect: PUR101 identity.email
    log.info(ticket.state)


def from_schema(ticket: Ticket, changes: Submitted):
    for name, value in changes.model_dump(exclude_unset=True).items():
        setattr(ticket, name, value)
    log.info(ticket.sender)  # expect: PUR101 identity.email
    log.info(ticket.state)
    log.info(ticket.channel)


def from_another(ticket: Ticket, changes: Submitted, names):
    for name in names:
        setattr(ticket, name, getattr(changes, name))
    log.info(ticket.sender)  # expect: PUR101 identity.email
    log.info(ticket.channel)


def replaced_on_the_way(ticket: Ticket, user):
    values = {"sender": user.email}
    for name, value in values.items():
        value = "hidden"
        setattr(ticket, name, value)
    log.info(ticket.sender)


def under_another_name(ticket: Ticket, user, names):
    values = {"sender": user.email}
    for name, value in values.items():
        setattr(ticket, names[name], value)
    log.info(ticket.channel)  # expect: PUR101 identity.email
