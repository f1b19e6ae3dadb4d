"""An object in a log prints what its `__str__` or `__repr__` says."""

import dataclasses
import logging

log = logging.getLogger(__name__)


class Loud:
    """Prints its address."""

    def __init__(self, email):
        self.email = email

    def __str__(self):
        return f"<{self.email}>"


class Quiet:
    """Prints its key alone."""

    def __init__(self, email, pk):
        self.email = email
        self.pk = pk

    def __repr__(self):
        return f"<{self.pk}>"


@dataclasses.dataclass
class Record:
    """Prints all its fields."""

    email: str
    count: int


def printed(loud: Loud, quiet: Quiet):
    log.info("%s", loud)  # expect: PUR101 identity.email
    log.info("%r", quiet)


def generated(record: Record):
    log.info("%s", record)  # expect: PUR101 identity.email
    log.info("%s", record.count)
