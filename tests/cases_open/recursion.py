"""Feature: a generator that yields from itself.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def flattened(node, prefix=""):
    for key, value in node.items():
        if isinstance(value, dict):
            yield from flattened(value, prefix + key + ".")
        else:
            yield prefix + key, value


def flat(user):
    log.info(dict(flattened({"to": {"mail": user.email}})))  # open: missing PUR101 identity.email
