"""Feature: `with`: classes, generator functions, several managers, what `__enter__` keeps and `__exit__` tells.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import contextlib
import logging

log = logging.getLogger(__name__)


class Opened:
    """Gives what it holds."""

    def __init__(self, held):
        self.held = held
        self.kept = None

    def __enter__(self):
        self.kept = self.held
        return self.held

    def __exit__(self, *details):
        return False


class Itself(Opened):
    """Gives itself."""

    def __enter__(self):
        return self


class Talks(Opened):
    """Logs at its end."""

    def __exit__(self, *details):
        log.info(self.held)


class Begins(Opened):
    """Logs at its beginning."""

    def __enter__(self):
        log.info(self.held)
        return self


def closing(user):
    with contextlib.closing(Opened(user.email)) as opened:
        log.info(opened.held)  # open: missing PUR101 identity.email
