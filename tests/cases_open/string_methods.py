"""A method of a text as a value."""

import logging

log = logging.getLogger(__name__)


def method_as_value(user):
    upper = user.email.upper
    log.info(upper())  # open: missing PUR101 identity.email
