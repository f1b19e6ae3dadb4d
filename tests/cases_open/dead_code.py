"""Feature: code that never runs: after `return` or `raise`, under `TYPE_CHECKING`, under conditions that are constant.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
import sys

log = logging.getLogger(__name__)


def after_exit(user):
    sys.exit(1)
    log.info(user.email)  # open: false PUR101 identity.email
