"""Feature: a method call reaches the methods of the object's own class, and only those.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Channel:
    """Writes nowhere."""

    def write(self, value):
        """Do nothing."""


class Loud(Channel):
    """Logs."""

    def write(self, value):
        log.info(value)


class Quiet(Channel):
    """Counts."""

    def write(self, value):
        log.info(len(value))


def narrowed(channel: Channel, user):
    if isinstance(channel, Quiet):
        channel.write(user.email)  # open: false PUR101 identity.email
