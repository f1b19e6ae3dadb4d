"""Feature: text built by `%`, `.format`, `.join`, `+`, `*` and `+=`.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def percent_by_name_of_another_key(user):
    data = {"a": user.email, "b": 1}
    log.info("%(b)s" % data)  # open: false PUR101 identity.email


def format_of_an_attribute(user):
    log.info("{0.email}".format(user))  # open: missing PUR101 identity.email
