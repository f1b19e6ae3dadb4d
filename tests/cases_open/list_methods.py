"""Feature: items of lists and sets: `append`, `insert`, `extend`, `pop`, writing to an index.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def negative_index_is_clean(user):
    values = [user.email, "x"]
    log.info(values[-1])  # open: false PUR101 identity.email


def item_after_sorting(user):
    values = ["x", user.email]
    values.sort()
    log.info(values[0])  # open: missing PUR101 identity.email
