"""A fold over what a parameter holds."""

import logging
from functools import reduce

log = logging.getLogger(__name__)


def folded(users):
    log.info(reduce(lambda done, user: done + user.email, users, ""))  # open: missing PUR101 identity.email
