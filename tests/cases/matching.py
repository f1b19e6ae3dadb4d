"""Feature: `match`: sequences, mappings, classes, captures, guards and alternatives.
How we carry it: a pattern binds its names to the parts of the subject that it describes, a literal or class says what the subject is there, and behind a pattern that always matches no other is reached.
What is approximated: whether keys are there and whether a literal differs is not decided, so that such a case stays a way; the rest of a mapping that was handed in is all of it.
"""

import dataclasses
import logging

log = logging.getLogger(__name__)


class Point:
    """Has two fields."""

    __match_args__ = ("held", "other")

    def __init__(self, held, other):
        self.held = held
        self.other = other


def capture(user):
    match user.email:
        case "":
            log.info("empty")
        case value:
            log.info(value)  # expect: PUR101 identity.email


def sequence(user):
    match ["x", user.email]:
        case [first, second]:
            log.info(first)
            log.info(second)  # expect: PUR101 identity.email
        case [first, *rest]:
            log.info(rest)  # expect: PUR101 identity.email


def mapping(user):
    match {"a": user.email, "b": 1}:
        case {"a": value, "b": count}:
            log.info(value)  # expect: PUR101 identity.email
            log.info(count)


def rest_of_a_mapping(user):
    match {"a": 1, "b": user.email}:
        case {"a": _, **rest}:
            log.info(rest)  # expect: PUR101 identity.email


def by_class(user):
    match Point(user.email, 2):
        case Point(held=value, other=count):
            log.info(value)  # expect: PUR101 identity.email
            log.info(count)


def by_class_position_is_clean(user):
    match Point(user.email, 2):
        case Point(_, count):
            log.info(count)


def alternatives(user, flag):
    match (flag, user.email):
        case (1, value) | (2, value):
            log.info(value)  # expect: PUR101 identity.email


def guard(user):
    match user.email:
        case value if value.endswith("x"):
            log.info(value)  # expect: PUR101 identity.email


def named(user):
    match user.email:
        case str() as value:
            log.info(value)  # expect: PUR101 identity.email
        case str(value):
            log.info(value)  # expect: PUR101 identity.email


def constant(user):
    match user.email:
        case "desk@shop.example":
            log.info("the desk")


def class_of_the_subject(event):
    match event:
        case Point(held=value):
            log.info(value)


def clean_rest_of_a_mapping(user):
    match {"a": user.email, "b": 1}:
        case {"a": _, **rest}:
            log.info(rest)


def by_class_position(user):
    match Point(user.email, 2):
        case Point(value, _):
            log.info(value)  # expect: PUR101 identity.email


def value_that_equals_a_constant(user):
    value = user.email
    match value:
        case "desk@shop.example":
            log.info(value)


def event(payload):
    match payload:
        case {"user": {"email": value}}:
            log.info(value)  # expect: PUR101 identity.email
        case {"status": value}:
            log.info(value)


def literal_alternatives(user):
    match user.email:
        case "a" | "b" as value:
            log.info(value)
        case None:
            log.info("none")
        case value:
            log.info(value)  # expect: PUR101 identity.email


def literals_inside(user, flag):
    value = user.email
    match (flag, value):
        case (_, "x"):
            log.info(value)
        case (1, None):
            log.info(value)
        case (_, _):
            log.info(value)  # expect: PUR101 identity.email


def star_in_the_middle(user):
    match ["x", user.email, "y"]:
        case [first, *between, last]:
            log.info(first)
            log.info(last)
            log.info(between)  # expect: PUR101 identity.email


def star_before_the_last(user):
    match ["x", "y", user.email]:
        case [*before, last]:
            log.info(before)
            log.info(last)  # expect: PUR101 identity.email


def another_length(user):
    match ("x", user.email):
        case (_, _, value):
            log.info(value)
        case (_,):
            log.info(user.email)


def guard_that_narrows(user):
    match user.email:
        case value if value == "x":
            log.info(value)
        case value if not value:
            log.info(value)
        case value if user.is_active:
            log.info(value)  # expect: PUR101 identity.email


def left_over(user):
    match user.pk:
        case 1:
            log.info("one")
        case _:
            return
    log.info(user.email)  # expect: PUR101 identity.email


def behind_all_cases(user):
    match user.pk:
        case 1:
            return
        case _:
            return
    log.info(user.email)


def behind_one_that_always_matches(user):
    match user.pk:
        case number:
            log.info(number)
    match user.email:
        case str():
            log.info(user.email)  # expect: PUR101 identity.email


class Line:
    """Has a class of its own."""

    def __init__(self, held):
        self.held = held


def another_class(user):
    match Line(user.email):
        case Point(held=value):
            log.info(value)
        case Line(held=value):
            log.info(value)  # expect: PUR101 identity.email


def its_own_class(user):
    match Line(user.email):
        case Line():
            log.info("a line")
        case other:
            log.info(other.held)


def nested_class(user):
    match {"kind": "line", "line": Line(user.email)}:
        case {"kind": "line", "line": Line(held=value)}:
            log.info(value)  # expect: PUR101 identity.email


@dataclasses.dataclass
class Contact:
    """A record."""

    number: int
    email: str


def record(contact):
    match contact:
        case Contact(number, value):
            log.info(number)
            log.info(value)  # expect: PUR101 identity.email
        case Contact(email=value):
            log.info(value)  # expect: PUR101 identity.email


def narrowed_by_its_class(anything):
    match anything:
        case Contact():
            log.info(anything.email)  # expect: PUR101 identity.email
        case str():
            log.info(anything)


def items_of_a_payload(request):
    match request.json():
        case {"items": [{"customer": {"email": value}}, *_]}:
            log.info(value)  # expect: PUR101 identity.email
        case {"items": [{"size": value}]}:
            log.info(value)


def handed_on(user):
    told({"a": user.email, "b": 1})  # expect: PUR101 identity.email
    told({"a": 1, "b": user.email})


def told(data):
    match data:
        case {"a": value}:
            log.info(value)


def subject_by_walrus(user):
    match (value := user.email):
        case "x":
            log.info(value)
        case _:
            log.info(value)  # expect: PUR101 identity.email
