"""Helpers that go through a mapping and put what is there under the same keys."""

import logging

log = logging.getLogger(__name__)


def compact(mapping):
    kept = {}
    for key, value in mapping.items():
        if value is not None:
            kept[key] = value
    return kept


def as_texts(mapping):
    return {key: str(value) for key, value in mapping.items()}


def under_the_same_keys(user):
    data = {"a": "x", "b": user.email}
    log.info(compact(data)["a"])  # open: false PUR101 identity.email
    log.info(as_texts(data)["a"])  # open: false PUR101 identity.email
