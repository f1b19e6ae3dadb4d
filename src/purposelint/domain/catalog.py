"""What is known about personal data and about libraries: the TOML entries of `rules/`, as values.

The structs are the schema: an unknown key is an error of the entry. Dotted names are canonical
names (domain.program). `X()` in a type name is what calling X gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec

Sensitivity: TypeAlias = Literal["critical", "high", "medium", "low"]
Activity: TypeAlias = Literal["log", "share", "store"]
Confidence: TypeAlias = Literal["high", "medium", "low"]
Shape: TypeAlias = Literal[
    "text", "number", "boolean", "date", "json", "binary", "file", "choice", "reference", "any"
]
"""What a column or annotation holds. `reference` is a key to another record."""

SENSITIVITIES: tuple[Sensitivity, ...] = ("critical", "high", "medium", "low")
ACTIVITIES: tuple[Activity, ...] = ("log", "share", "store")
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything that TOML states."""


class Element(Entry, kw_only=True):
    """One kind of personal data. Names are written snake_case and matched on whole sub-words.

    `strong` names are enough alone, `context` names need a person-like owner, `weak` names need a
    second witness (a field type, a person-like owner or strong siblings). `tails` are words that may follow a
    name without changing what it is (`email_id`), `not_names` are whole sequences that are
    something else though they contain a name (`email_template`). `shapes` are the column shapes the
    data can have; `types` are dotted types that mean this element whatever the name.
    """

    id: str
    title: str
    sensitivity: Sensitivity
    clause: str = ""
    dpv: tuple[str, ...] = ()
    fides: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    shapes: tuple[Shape, ...] = ("text", "any")
    faker: tuple[str, ...] = ()
    guessable: bool = False
    """Few enough values that a hash can be reversed by trying them (a phone number, a birth date)."""
    hits: tuple[str, ...]
    misses: tuple[str, ...]

    @property
    def group(self) -> str:
        """The policy's category: `device` of `device.imei`."""
        return self.id.partition(".")[0]


class Vocabulary(Entry, kw_only=True):
    """Words that decide whose data a name speaks of, and what turns a name into metadata."""

    person_owners: tuple[str, ...]
    thing_owners: tuple[str, ...]
    metadata_tails: tuple[str, ...]
    metadata_heads: tuple[str, ...]
    neutral_heads: tuple[str, ...]
    guarded_heads: tuple[str, ...]


class Sink(Entry, kw_only=True):
    """A call at which an activity happens.

    `call`: canonical names, or `*.name` for any callee of that last name. `arguments`: names of the
    parameters that carry data; `*` is every argument, `*name` the positional rest, `**name` the
    keyword rest. `parameters` is the order of positional parameters where it differs from
    `arguments`. `receivers` limits a `*.name` call to receivers whose last word is one of these.
    `address` names the parameter that holds the URL from which the recipient's host is read.
    `unless` names parameters whose presence makes it no sink.
    """

    id: str
    call: tuple[str, ...]
    arguments: tuple[str, ...]
    activity: Activity
    parameters: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    vendor: str = ""
    address: str = ""
    unless: tuple[str, ...] = ()
    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Source(Entry, kw_only=True):
    """Where an element enters: the result of a `call`, a read of an `attribute`, or a `name` (exact).

    `key` narrows an attribute or call to one constant key (`request.META["REMOTE_ADDR"]`).
    """

    element: str
    id: str = ""
    call: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Guard(Entry, kw_only=True):
    """A call that takes the personal data out. `gives`: nothing, masked, pseudonym or encrypted."""

    id: str
    call: tuple[str, ...]
    gives: Literal["nothing", "masked", "pseudonym", "encrypted"]
    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Passthrough(Entry, kw_only=True):
    """A call whose result carries what its `arguments` carry (`self` is the receiver)."""

    id: str
    call: tuple[str, ...]
    arguments: tuple[str, ...] = ("*",)
    parameters: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class TypeFact(Entry, kw_only=True):
    """`of` has type `is_`: `logging.getLogger()` is `logging.Logger`, `flask.current_app.logger` too."""

    of: tuple[str, ...]
    is_: str = msgspec.field(name="is")


class Column(Entry, kw_only=True):
    """What a field constructor or annotation says of the value it holds.

    `type`: dotted names of the constructor called or of the annotation. `target` names the argument
    that holds the class a reference points to (position 0 when empty).
    """

    type: tuple[str, ...]
    shape: Shape
    element: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Model(Entry, kw_only=True):
    """A class whose fields are stored, or (`activity` empty) a record that only carries data.

    `base`: canonical names of the bases or metaclasses that make it one; `decorator` likewise.
    `fields`: what declares a column: `call` (a field whose value is a call of one of `constructors`),
    `annotation` (an annotated name). `keyword` is a class keyword that must be true (`table`).
    `wrappers` are generic types whose argument is the column's type (`Mapped`). `inherits` maps
    fields that a base brings along to their element.
    """

    id: str
    base: tuple[str, ...] = ()
    decorator: tuple[str, ...] = ()
    activity: Literal["store", ""] = "store"
    fields: tuple[Literal["call", "annotation"], ...] = ("call",)
    constructors: tuple[str, ...] = ()
    wrappers: tuple[str, ...] = ()
    keyword: str = ""
    inherits: Mapping[str, str] = {}
    vendor: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Library(Entry, kw_only=True):
    """One file of rules/libraries. `imports` are the packages whose import loads it (default: the file's name)."""

    name: str
    title: str = ""
    imports: tuple[str, ...] = ()
    checked: str = ""
    """The version whose names were resolved, `stdlib` for the standard library."""
    vendor: str = ""
    kind: str = ""
    hosts: tuple[str, ...] = ()
    sink: tuple[Sink, ...] = ()
    source: tuple[Source, ...] = ()
    guard: tuple[Guard, ...] = ()
    passthrough: tuple[Passthrough, ...] = ()
    type: tuple[TypeFact, ...] = ()
    column: tuple[Column, ...] = ()
    model: tuple[Model, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """All knowledge in force, with the digest of what it was read from."""

    elements: Mapping[str, Element]
    vocabulary: Vocabulary
    libraries: Mapping[str, Library]
    digest: str
