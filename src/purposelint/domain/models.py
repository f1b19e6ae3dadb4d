"""What is known of a library's records: which classes are some, and what their columns hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from purposelint.domain.catalog import Entry, Rule, Shape


class Column(Entry, frozen=True, kw_only=True):
    """What a field constructor or annotation says of the value it holds.

    `type`: dotted names of the constructor called or of the annotation. `target` names the argument
    that holds the class a reference points to (position 0 when empty). `elsewhere` says that the key is
    in another table (`relationship`, a many-to-many field), and so not whose the record is; `within` that
    the record itself is kept in the field, `refers` that a class in the first position makes the field a
    key to it (`Required(Customer)`). `conceals`
    is true for a type whose printed form hides its value; `reveal` names what gives the value then
    (`get_secret_value`). `hidden` maps keywords of the constructor to the constant that keeps the
    field out of the printed form of its record (`repr` = `False`), `left_out` to the one that keeps it
    out of a dict made of the record. `gives` says what an attribute of an instance is where the field
    refers to records: one `row`, or the `rows` of a query. `back` is the constructor's keyword that names
    the query by which those records reach back, `back_default` its name where the keyword is left out, `*`
    in it the lower-case name of the class that declares the field; `back_gives` says that it is no query but
    the one record. `first` says what a text at the first
    position is: the `name` that the database knows the column by, or a `label` for people; where it is
    left out, a lower-case identifier is a name. `copies` is the argument that lists the columns left out of
    a field that keeps a copy of all others (a table of past versions).
    """

    type: tuple[str, ...]
    shape: Shape
    element: str = ""
    target: str = ""
    elsewhere: bool = False
    within: bool = False
    refers: bool = False
    conceals: bool = False
    reveal: tuple[str, ...] = ()
    hidden: Mapping[str, str] = {}
    left_out: Mapping[str, str] = {}
    gives: Literal["", "row", "rows"] = ""
    back: str = ""
    back_default: str = ""
    back_gives: Literal["row", "rows"] = "rows"
    first: Literal["", "name", "label"] = ""
    copies: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Model(Rule, frozen=True, kw_only=True):
    """A class whose fields are stored, or (`activity` empty) a record that only carries data.

    `base`: canonical names of the bases or metaclasses that make it one; `decorator` likewise. `fields`: what
    declares a column: `call` (a field whose value is a call of one of `constructors`, of anything where there
    are none), `annotation` (an annotated name). A type handed to a constructor (`Column(String)`) is looked
    up like an annotation. `keyword` is a class keyword that must be true (`table`). `wrappers` are generic
    types whose argument is the column's type (`Mapped`). `inherits` maps fields that a base brings along to
    their element. `marks` are names of which a class assigns one to be such a model, for classes whose base
    is out of sight (`__tablename__`). `prints` are the fields that the printed form of an instance shows, `*`
    for all; `prints_named_by` is a class attribute that names one more. A `__str__` or `__repr__` of the
    project's own goes first. `text`: the base has a `__str__` of its own, past a `__repr__` of the project,
    `apart` from its `__repr__` or for `both`; `prints_rows`: a query shows its records. `hidden` maps
    keywords of the decorator to the constant with which nothing shows. `constructor_ends` are ends of
    unlisted constructors that declare a column too (`Field`). `methods` are decorators of methods that give a
    column. `tables` are calls that make a table, without a class. `collects` says that annotated names of a
    class that is no such model become columns of the models that extend it. `named_by` are class attributes
    that state what the record is called (`_inherit`, `__tablename__`), read where the class's name does not
    say whose it is; `persons` are such names that are persons, whatever their words say, also as a target.
    """

    id: str
    base: tuple[str, ...] = ()
    decorator: tuple[str, ...] = ()
    activity: Literal["store", ""] = "store"
    fields: tuple[Literal["call", "annotation"], ...] = ("call",)
    constructors: tuple[str, ...] = ()
    wrappers: tuple[str, ...] = ()
    constructor_ends: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    collects: bool = False
    named_by: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    keyword: str = ""
    inherits: Mapping[str, str] = {}
    marks: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()
    prints_named_by: str = ""
    text: Literal["", "apart", "both"] = ""
    prints_rows: bool = False
    hidden: Mapping[str, str] = {}
    vendor: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
