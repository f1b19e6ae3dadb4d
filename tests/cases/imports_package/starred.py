"""Is imported by star."""

from imports_package.inner import tell

__all__ = ["starred"]


def starred(text):
    tell(text)
