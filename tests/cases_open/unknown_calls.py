"""Feature: calls of libraries that nobody described.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
import strange

log = logging.getLogger(__name__)


def returned(value):
    return strange.process(value)


def through_a_helper(user):
    log.info(returned(user.email))  # open: missing PUR101 identity.email
