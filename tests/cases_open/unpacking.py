"""Feature: tuples, lists and stars on the left of an assignment, nested as deep as they come.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def a_star_that_takes_clean_parts(user):
    first, *rest = user.email, "x", "y"
    log.info(rest)  # open: false PUR101 identity.email


def last_after_the_star_is_clean(user):
    *rest, last = user.email, "x"
    log.info(last)  # open: false PUR101 identity.email
