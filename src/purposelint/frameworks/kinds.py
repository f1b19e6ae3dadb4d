"""Which classes are records: classes whose constructor sets fields that no written `__init__` shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["object", "keys", "tuple"]
"""How a record's fields are read: as attributes, as keys, or as attributes and by position."""


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One way to make a class a record.

    `decorators` and `bases` are canonical names; `marks` are class attributes that give one away
    whose base is out of sight. `annotated` says that annotated names are fields; `constructors` are
    last words (or `*` and their end) of calls that make a field of the name they are assigned to.
    `specifiers` are last words of calls that describe a field (`init=False`, `alias=`). `bare` says
    that the constructor's parameters lose leading underscores, `private` that names with one are no fields.
    `hook` is the method that the constructor calls at its end.
    """

    id: str
    decorators: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    annotated: bool = True
    constructors: tuple[str, ...] = ()
    specifiers: frozenset[str] = frozenset({"field", "Field"})
    shape: Shape = "object"
    bare: bool = False
    private: bool = False
    hook: str = ""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


KINDS = (
    RecordKind(
        "dataclass",
        decorators=_names(
            "dataclasses.dataclass pydantic.dataclasses.dataclass marshmallow_dataclass.dataclass"
            " strawberry.type strawberry.input strawberry.interface"
        ),
        hook="__post_init__",
    ),
    RecordKind(
        "attrs",
        decorators=_names(
            "attr.s attr.attrs attr.attributes attr.dataclass attr.define attr.frozen attr.mutable"
            " attrs.define attrs.frozen attrs.mutable"
        ),
        constructors=("ib", "attrib", "attr", "field"),
        specifiers=_names("ib attrib attr field"),
        bare=True,
        hook="__attrs_post_init__",
    ),
    RecordKind(
        "pydantic",
        bases=_names(
            "pydantic.BaseModel pydantic.main.BaseModel pydantic.v1.BaseModel pydantic.RootModel"
            " pydantic.BaseSettings pydantic_settings.BaseSettings pydantic.generics.GenericModel"
            " ninja.Schema ninja.schema.Schema beanie.Document odmantic.Model odmantic.EmbeddedModel"
        ),
        private=True,
        hook="model_post_init",
    ),
    RecordKind("sqlmodel", bases=_names("sqlmodel.SQLModel sqlmodel.main.SQLModel"), private=True),
    RecordKind("msgspec", bases=_names("msgspec.Struct"), hook="__post_init__"),
    RecordKind(
        "namedtuple",
        bases=_names(
            "typing.NamedTuple typing_extensions.NamedTuple"
            " typing.NamedTuple() typing_extensions.NamedTuple() collections.namedtuple()"
        ),
        shape="tuple",
    ),
    RecordKind(
        "typeddict",
        bases=_names("typing.TypedDict typing_extensions.TypedDict"),
        shape="keys",
    ),
    RecordKind(
        "django",
        bases=_names(
            "django.db.models.Model django.db.models.base.Model django.contrib.gis.db.models.Model"
            " django.contrib.auth.models.AbstractUser django.contrib.auth.models.AbstractBaseUser"
            " django.contrib.auth.base_user.AbstractBaseUser"
            " django.contrib.sessions.base_session.AbstractBaseSession"
        ),
        annotated=False,
        constructors=("*Field", "*Key"),
    ),
    RecordKind(
        "sqlalchemy",
        decorators=_names("sqlalchemy.orm.registry().mapped sqlalchemy.orm.registry().mapped_as_dataclass"),
        bases=_names(
            "sqlalchemy.orm.DeclarativeBase sqlalchemy.orm.DeclarativeBaseNoMeta"
            " sqlalchemy.orm.declarative_base() sqlalchemy.ext.declarative.declarative_base()"
            " sqlalchemy.orm.registry().generate_base() flask_sqlalchemy.SQLAlchemy().Model"
        ),
        marks=_names("__tablename__ __table__"),
        constructors=("Column", "mapped_column", "relationship", "column_property", "deferred"),
        specifiers=_names("mapped_column relationship column_property deferred"),
    ),
    RecordKind(
        "active record",
        bases=_names(
            "peewee.Model tortoise.models.Model tortoise.Model mongoengine.Document"
            " mongoengine.EmbeddedDocument mongoengine.DynamicDocument"
        ),
        annotated=False,
        constructors=("*Field",),
    ),
)
"""Every kind of record. A class is of the first kind that fits it."""

NOT_FIELDS = _names("typing.ClassVar typing_extensions.ClassVar")
PARAMETERS_ALONE = _names("dataclasses.InitVar")
"""Annotations of names that the constructor takes and hands to the hook, and that are no fields."""

KEYWORD_ONLY = "dataclasses.KW_ONLY"
