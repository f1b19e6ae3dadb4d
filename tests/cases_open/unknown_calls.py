"""Feature: calls of libraries that nobody described.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import collections
import logging
import strange

log = logging.getLogger(__name__)


def attribute_of_a_result(user):
    log.info(strange.process(user.email).text)  # open: missing PUR101 identity.email


def returned(value):
    return strange.process(value)


def through_a_helper(user):
    log.info(returned(user.email))  # open: missing PUR101 identity.email


def made_by_the_unknown(user):
    tool = strange.Tool(user.email)
    log.info(tool.answer())  # open: missing PUR101 identity.email
