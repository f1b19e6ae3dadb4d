"""Uses its neighbour by relative imports."""

from . import inner
from .inner import tell


def indirect(text):
    tell(text.upper())
    inner.tell("done")
