"""Feature: a conditional expression whose test is asked again.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def asked_again(user, verbose):
    shown = user.email if verbose else "hidden"
    if not verbose:
        log.info(shown)  # open: false PUR101 identity.email
