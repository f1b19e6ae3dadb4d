"""A helper that leaves out what is empty."""

import logging

log = logging.getLogger(__name__)


def compact(mapping):
    return {key: value for key, value in mapping.items() if value is not None}


def compacted(user):
    data = {"a": "x", "b": user.email}
    log.info(compact(data)["a"])  # open: false PUR101 identity.email
