"""Feature: `for`, `while`, `else`, `break`, `continue`, and what a loop carries from turn to turn.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def never_left(user):
    while True:
        user.wait()
    log.info(user.email)  # open: false PUR101 identity.email
