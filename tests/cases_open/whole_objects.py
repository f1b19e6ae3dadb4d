"""Feature: a whole object, container or request at a sink: what of it is written.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import json
import logging

log = logging.getLogger(__name__)


class Plain:
    """Prints its address."""

    def __init__(self, email):
        self.email = email


class Loud(Plain):
    """Prints its field."""

    def __repr__(self):
        return f"Loud({self.email})"


def changed_after_it_was_handed_over(user):
    details = {}
    adapter = logging.LoggerAdapter(log, details)
    details["a"] = user.email
    adapter.info("seen")  # open: missing PUR101 identity.email
