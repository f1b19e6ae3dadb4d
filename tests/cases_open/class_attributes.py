"""Members of an enumeration that are named like an element."""

import enum
import logging

log = logging.getLogger(__name__)


class Kind(enum.Enum):
    """What a message goes by."""

    EMAIL = "email"
    PHONE = "phone"


def told():
    log.info("%s", Kind.EMAIL.value)  # open: false PUR101 identity.email
