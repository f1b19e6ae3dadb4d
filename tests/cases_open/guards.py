"""Feature: what takes the personal data out of a value: measuring, testing, masking, dropping, encrypting.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
import re

log = logging.getLogger(__name__)


def with_a_pattern(value, stars):
    return re.sub(r"\w+@", stars, value)


def starred_by_a_helper(user):
    log.info(with_a_pattern(user.email, "***@"))  # open: false PUR101 identity.email


def starred_by_key(data):
    return {key: "***" if key in ("a",) else value for key, value in data.items()}


def starred_values(user):
    data = {"a": user.email, "b": 1}
    log.info(starred_by_key(data))  # open: false PUR101 identity.email


def left_out_in_a_loop(data):
    kept = {}
    for key, value in data.items():
        if key in ("a",):
            continue
        kept[key] = value
    return kept


def built_anew(user):
    data = {"a": user.email, "b": 1}
    log.info(left_out_in_a_loop(data))  # open: false PUR101 identity.email
