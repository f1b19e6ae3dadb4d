"""Feature: syntax of newer Pythons that the parser reads: exception groups, type parameters, `type` statements.
How we carry it: they are read like their older forms.
What is approximated: a file that cannot be read at all is reported as not analysed, and the others are analysed all the same.
"""

import logging

log = logging.getLogger(__name__)


type Text = str


def first[T](values: list[T]) -> T:
    return values[0]


class Box[T]:
    """Holds a value of any type."""

    def __init__(self, held: T):
        self.held = held


def type_parameters(user):
    log.info(first([user.email]))  # expect: PUR101 identity.email
    log.info(first(["x"]))


def generic_class(user):
    log.info(Box(user.email).held)  # expect: PUR101 identity.email
    log.info(Box[str]("x").held)


def type_statement(user):
    value: Text = user.email
    log.info(value)  # expect: PUR101 identity.email


def groups(user):
    try:
        user.save()
    except* ValueError:
        log.info(user.email)  # expect: PUR101 identity.email


def positional_only(value, /):
    log.info(value)


def slash(user):
    positional_only(user.email)  # expect: PUR101 identity.email


def parenthesised(user, first, second):
    with (
        first.open() as one,
        second.open() as two,
    ):
        log.info(user.email)  # expect: PUR101 identity.email
