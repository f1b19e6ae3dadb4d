"""Supports exception_classes.py: exceptions and what raises them, in a file of their own."""


class Trouble(Exception):
    """Base of what can go wrong."""


class Denied(Trouble):
    """Names who was denied."""


class Gone(Trouble):
    """Names nobody."""


def find(user):
    if not user.active:
        raise Gone("gone")
    raise Denied(f"{user.email} may not")


def find_quietly(user):
    if not user.active:
        raise Gone("gone")
    raise Denied("may not")
