"""Feature: arguments by position and by name, defaults, positional-only and keyword-only parameters.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def default_that_is_data(user):
    def tell(value=user.email):
        log.info(value)  # open: missing PUR101 identity.email

    tell()
