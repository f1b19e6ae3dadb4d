"""A declaration of the module covers everything in the file."""
# purpose of this module: security_protection

import logging

log = logging.getLogger(__name__)


def first(user):
    log.info(user.email)


class Second:
    """Covered too."""

    def third(self, user):
        print(user.phone_number)
