"""Feature: what a class takes from its bases: methods, fields, constructors and `super()`, in the order of Python's look-up.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Base:
    """Keeps a value and can tell it."""

    def __init__(self, held):
        self.held = held

    def tell(self):
        log.info(self.held)

    def label(self):
        return self.held

    def run(self, value):
        self.hook(value)

    def hook(self, value):
        """Does nothing with it."""


class Child(Base):
    """Adds a field."""

    def __init__(self, held, other):
        super().__init__(held)
        self.other = other


class Loud(Base):
    """Overrides the hook."""

    def hook(self, value):
        log.info(value)


class Quiet(Base):
    """Overrides what is told."""

    def tell(self):
        log.info("nothing")

    def label(self):
        return "label"


class Twice(Base):
    """Says more than its base."""

    def label(self):
        return "twice " + super().label()


def template_method_of_the_base(user):
    Base("x").run(user.email)  # open: false PUR101 identity.email


class Left(Base):
    """First in line."""

    def label(self):
        return "left"


class Right(Base):
    """Second in line."""

    def label(self):
        return self.held


class Diamond(Left, Right):
    """Takes the first one's."""


class Cooperative(Base):
    """Asks who comes next."""

    def label(self):
        return super().label()


class Line(Cooperative, Quiet):
    """Puts another class between."""


def next_in_line(user):
    log.info(Line(user.email).label())  # open: false PUR101 identity.email


class Mixin:
    """Uses a field that others have."""

    def show(self):
        log.info(self.held)


class Mixed(Mixin, Base):
    """Brings both together."""
