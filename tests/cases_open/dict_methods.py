"""Feature: keys that are no texts or not known, and the methods of a dict: `get`, `pop`, `setdefault`, `update`, merging.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def updated_by_pairs(user):
    data = {}
    data.update([("a", user.email)])
    log.info(data["a"])  # open: missing PUR101 identity.email


def from_keys(user):
    data = dict.fromkeys(["a", "b"], user.email)
    log.info(data["a"])  # open: missing PUR101 identity.email
