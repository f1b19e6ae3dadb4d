"""Feature: `:=` binds inside an expression.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def false_branch(user):
    if value := user.email:
        return
    log.info(value)  # open: false PUR101 identity.email
