"""Feature: what the constructor of a record does: defaults, hooks, parameters that are no fields, hidden fields.
How we carry it: arguments become fields by place, name or alias; then the hook runs, with what is handed to it alone.
What is approximated: a field's default is what the class body says; factories and validators are not run.
"""

import attrs
import dataclasses
import logging
import pydantic
from typing import ClassVar, TypedDict

log = logging.getLogger(__name__)


@dataclasses.dataclass
class Derived:
    """Computes a field of another."""

    held: str
    shown: str = dataclasses.field(init=False, default="")
    salt: dataclasses.InitVar[str] = ""

    def __post_init__(self, salt):
        self.shown = self.held + "x"
        self.salted = salt


@dataclasses.dataclass(kw_only=True)
class Keyword:
    """Takes keywords alone."""

    held: str
    kind: ClassVar[str] = "x"


@attrs.define
class Hooked:
    """An attrs class with a hook."""

    held: str
    shown: str = attrs.field(init=False)

    def __attrs_post_init__(self):
        self.shown = self.held


@attrs.define
class Hidden:
    """Keeps a field out of its printed form."""

    email: str = attrs.field(repr=False)
    count: int = 0


class Quiet(pydantic.BaseModel):
    """Keeps one field out of its printed form, another out of its dicts."""

    email: str = pydantic.Field(repr=False)
    phone_number: str = pydantic.Field(exclude=True)


class Own(pydantic.BaseModel):
    """Writes a constructor that hands on what it is given."""

    held: str
    count: int = 0

    def __init__(self, **values):
        super().__init__(**values)


class Form(TypedDict, total=False):
    """A dict with known keys, called like a class."""

    contact: str
    email: str


@dataclasses.dataclass
class Base:
    """A dataclass below which others stand."""

    held: str


@dataclasses.dataclass
class Below(Base):
    """Adds a field behind those above."""

    count: int = 0


@dataclasses.dataclass
class Slotted:
    """Has slots and a default."""

    __slots__ = ("email",)
    email: str


@dataclasses.dataclass
class WithDefault:
    """Its field is empty unless given."""

    email: str = ""


def hook(user):
    made = Derived(user.email)
    log.info(made.shown)  # expect: PUR101 identity.email
    log.info(made.salted)


def parameter_alone(user):
    made = Derived("x", salt=user.email)
    log.info(made.salted)  # expect: PUR101 identity.email
    log.info(made.shown)
    log.info(made)


def keywords(user):
    log.info(Keyword(held=user.email).held)  # expect: PUR101 identity.email
    log.info(Keyword(held=user.email).kind)


def attrs_hook(user):
    log.info(Hooked(user.email).shown)  # expect: PUR101 identity.email
    log.info(Hooked("x").shown)


def hidden(record: Hidden):
    log.info(record)
    log.info(attrs.asdict(record))  # expect: PUR101 identity.email


def quiet(record: Quiet):
    log.info(record)  # expect: PUR101 identity.phone
    log.info(record.model_dump())  # expect: PUR101 identity.email
    log.info(record.model_dump_json())  # expect: PUR101 identity.email


def own_constructor(user):
    log.info(Own(held=user.email).held)  # expect: PUR101 identity.email
    log.info(Own(held=user.email).count)


def typed_dict(user):
    form = Form(contact=user.email)
    log.info(form["contact"])  # expect: PUR101 identity.email
    log.info(form)  # expect: PUR101 identity.email
    log.info(Form(contact="x"))


def below(user):
    made = Below(user.email, 3)
    log.info(made.held)  # expect: PUR101 identity.email
    log.info(made.count)


def slotted(record: Slotted):
    log.info(record.email)  # expect: PUR101 identity.email
    log.info(record)  # expect: PUR101 identity.email


def default():
    log.info(WithDefault())
    log.info(WithDefault().email)


def default_given(user):
    log.info(WithDefault(user.email))  # expect: PUR101 identity.email


def several(user):
    values = (user.email, 3)
    log.info(Below(*values).held)  # expect: PUR101 identity.email
    log.info(Below(*values).count)


def dict_made_without_a_key(user, key, body):
    form = Form(contact="x")
    log.info(form.get("email"))
    log.info(form.get("email", "none"))
    log.info(form.get("email", user.phone_number))  # expect: PUR101 identity.phone
    form["email"] = user.email
    log.info(form.get("email"))  # expect: PUR101 identity.email
    other = Form(contact="x")
    other.update(body)
    log.info(other.get("email"))  # expect: PUR101 identity.email
    third = Form(contact="x")
    third[key] = body["x"]
    log.info(third.get("email"))  # expect: PUR101 identity.email


def dict_that_is_handed_in(form: Form, body):
    log.info(form.get("email"))  # expect: PUR101 identity.email
    log.info(Form(**body).get("email"))  # expect: PUR101 identity.email
