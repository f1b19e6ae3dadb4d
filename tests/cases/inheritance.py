"""Feature: what a class takes from its bases: methods, fields, constructors and `super()`, in the order of Python's look-up.
How we carry it: methods are looked up through all bases in Python's order; what a method of a base asks of `self` and `super()` is told for the class of the object.
What is approximated: where the object's class is not seen, a hook called by a base may be that of any subclass, and `super()` goes on in the order of the class that says it.
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


def inherited(user):
    child = Child(user.email, "x")
    child.tell()  # expect: PUR101 identity.email
    log.info(child.label())  # expect: PUR101 identity.email
    log.info(child.other)


def second_argument(user):
    child = Child("x", user.email)
    child.tell()
    log.info(child.other)  # expect: PUR101 identity.email


def overridden(user):
    Quiet(user.email).tell()
    log.info(Quiet(user.email).label())


def through_super(user):
    log.info(Twice(user.email).label())  # expect: PUR101 identity.email


def template_method(user):
    Loud("x").run(user.email)  # expect: PUR101 identity.email
    Quiet("x").run(user.email)


def template_method_of_the_base(user):
    Base("x").run(user.email)


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


def first_in_line(user):
    log.info(Diamond(user.email).label())


class Cooperative(Base):
    """Asks who comes next."""

    def label(self):
        return super().label()


class Line(Cooperative, Quiet):
    """Puts another class between."""


def next_in_line(user):
    log.info(Line(user.email).label())
    log.info(Cooperative(user.email).label())  # expect: PUR101 identity.email


def by_class_name(user):
    log.info(Base.label(Quiet(user.email)))  # expect: PUR101 identity.email


class Mixin:
    """Uses a field that others have."""

    def show(self):
        log.info(self.held)


class Mixed(Mixin, Base):
    """Brings both together."""


def mixed(user):
    Mixed(user.email).show()  # expect: PUR101 identity.email
    Mixed("x").show()


class Audited:
    """Tells of the fields that the class below lists; nothing in the program calls it."""

    audited = ()
    counted = ()

    def updated(self, customer):
        log.info({name: getattr(customer, name) for name in self.audited})  # expect: PUR101 identity.phone
        log.info({name: getattr(customer, name) for name in self.counted})


class CustomerView(Audited):
    audited = ("phone_number", "plan")
    counted = ["plan"]
