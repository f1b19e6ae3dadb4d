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


class Element(Entry, frozen=True, kw_only=True):
    """One kind of personal data. Names are written snake_case and matched on whole sub-words.

    `strong` names are enough alone, `context` names need a person-like owner, `weak` names need a
    second witness (a field type, a person-like owner or strong siblings). `owners` are words of an
    owner that are context enough for this element beside a person (`device`, `login`). `topics` are
    words that make a field of such an owner this element wherever in its name they stand. `tails`
    are words that may follow a name without changing what it is (`email_id`), `not_names` are whole
    sequences that are something else though they contain a name (`email_template`). `shapes` are the
    column shapes the data can have; `types` are dotted types that mean this element whatever the
    name, `witness_types` only agree with it: they need a person-like owner or one of its names.
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
    owners: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    witness_types: tuple[str, ...] = ()
    shapes: tuple[Shape, ...] = ("text", "any")
    beside: tuple[str, ...] = ()
    """Elements or groups of which one must stand beside a weak name in its class (`state` beside `city`)."""
    personal: bool = False
    """Only persons have one: two strong names of such elements make any class a person's."""
    faker: tuple[str, ...] = ()
    guessable: bool = False
    """Few enough values that a hash can be reversed by trying them (a phone number, a birth date)."""
    hits: tuple[str, ...]
    misses: tuple[str, ...]

    @property
    def group(self) -> str:
        """The policy's category: `device` of `device.imei`."""
        return self.id.partition(".")[0]


class Vocabulary(Entry, frozen=True, kw_only=True):
    """Words that decide whose data a name speaks of, and what turns a name into metadata.

    `person_owners` are words for persons, also as the end of a compound (`person_suffixes`),
    `loose_owners` for persons and for things in code (`member`, `worker`: context, but no second
    witness), `profile_owners` for records about one person (as a class they are a person, before
    another word they say nothing), `thing_owners` for all else. `neutral_owners` end a class name
    without saying whose it is (`UserCreateSchema`). `metadata_heads` and `neutral_heads` begin a
    name, `metadata_tails` and `neutral_tails` end it: the first make it something about the data,
    the second change nothing; `counter_heads` are those that count. `guarded_heads` say that the
    value is masked, hashed or encrypted. `prepositions` begin a phrase that is not the head.
    `system_receivers` hold the service's own configuration and credentials. `generic_names` say
    nothing without their owner (`RecoveryCode.code`). `audit_words` end the name of a key to who
    wrote or handles a row, `row_keys` are what such a key points to, `layer_modules` are modules
    named for a layer, not for what they are about. `person_key` is the element that a key to a
    person's record is. `dpv` and `fideslang` are the versions of the vocabularies that elements name.
    """

    dpv: str = ""
    fideslang: str = ""
    person_owners: tuple[str, ...]
    person_suffixes: tuple[str, ...] = ()
    loose_owners: tuple[str, ...] = ()
    profile_owners: tuple[str, ...] = ()
    thing_owners: tuple[str, ...]
    neutral_owners: tuple[str, ...] = ()
    metadata_tails: tuple[str, ...]
    metadata_heads: tuple[str, ...]
    counter_heads: tuple[str, ...] = ()
    neutral_heads: tuple[str, ...]
    neutral_tails: tuple[str, ...] = ()
    guarded_heads: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    system_receivers: tuple[str, ...] = ()
    generic_names: tuple[str, ...] = ()
    audit_words: tuple[str, ...] = ()
    row_keys: tuple[str, ...] = ()
    layer_modules: tuple[str, ...] = ()
    person_key: str = ""


class Sink(Entry, frozen=True, kw_only=True):
    """A call, or an assignment to an attribute, at which an activity happens.

    `call`: canonical names, or `*.name` for any callee of that last name; `*` elsewhere as in
    domain.patterns (`stripe.*.create`); `TYPE.__setitem__` is also `value[key] = item` of a value of
    that type. `attribute`: canonical names of attributes; what is
    assigned to one leaves. `arguments`: names of the parameters that carry data; `*` is every
    argument, `*name` the positional rest, `**name` the keyword rest, `self` the receiver.
    `parameters` is the order of positional parameters where it differs from `arguments`, `*name` in it
    begins the positional rest.
    `receivers` limits a `*.name` call to receivers whose last sub-word is one of these.
    `address` names the parameter that holds the URL from which the recipient's host is read.
    `unless` names parameters whose presence makes it no sink. `when` maps a parameter to what its
    argument must be known to be: a canonical name (`sys.stderr`) or the text of a constant (`True`,
    `insert*`: `*` is any rest, case and leading white space do not count). `caught` says when the
    exception that is being handled leaves too: `always`, or the parameter whose presence, other than
    False or None, does it.
    """

    id: str
    call: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()
    arguments: tuple[str, ...]
    activity: Activity
    parameters: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    vendor: str = ""
    address: str = ""
    unless: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = {}
    caught: str = ""
    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Source(Entry, frozen=True, kw_only=True):
    """Where an element enters: the result of a `call`, a read of an `attribute`, or a `name` (exact).

    `attribute` and `call` may be `*.name`, for any receiver whose last sub-word is one of `receivers`.
    `key` narrows an attribute or call to constant keys (`request.META["REMOTE_ADDR"]`,
    `request.headers.get("User-Agent")`), compared without case, `-` like `_`. `container` says that
    it holds fields that a person filled in: a constant key read from it is judged by its name, as an
    attribute of a person is; `element` is then what the whole is. An empty `element` says that what
    comes from here is nobody's (the environment, settings), whatever its keys are called.
    """

    id: str = ""
    element: str = ""
    call: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    container: bool = False
    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Guard(Entry, frozen=True, kw_only=True):
    """A call that takes the personal data out. `gives`: nothing, masked, pseudonym or encrypted.

    `call` as in a sink (`*.mask_*` is any callee whose name begins with `mask_`).
    """

    id: str
    call: tuple[str, ...]
    receivers: tuple[str, ...] = ()
    gives: Literal["nothing", "masked", "pseudonym", "encrypted"]
    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Passthrough(Entry, frozen=True, kw_only=True):
    """A call that hands on what its `arguments` carry (`self` is the receiver).

    It goes `into` the result where that is empty, one item of it by number (`0` of a tuple), `self`
    for the receiver (a setter or builder that keeps what it is given), or the parameter named.
    `whole` says that an object among the arguments is handed on with all its fields, as `asdict`
    does, not as its printed form.
    """

    id: str
    call: tuple[str, ...]
    arguments: tuple[str, ...] = ("*",)
    parameters: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    into: str = ""
    whole: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class TypeFact(Entry, frozen=True, kw_only=True):
    """`of` has type `is_`: `logging.getLogger()` is `logging.Logger`, `flask.current_app.logger` too.

    `of` may be `*.name`: an attribute of a receiver of unknown type, its last sub-word one of
    `receivers`.
    """

    of: tuple[str, ...]
    receivers: tuple[str, ...] = ()
    is_: str = msgspec.field(name="is")


class Column(Entry, frozen=True, kw_only=True):
    """What a field constructor or annotation says of the value it holds.

    `type`: dotted names of the constructor called or of the annotation. `target` names the argument
    that holds the class a reference points to (position 0 when empty). `conceals` is true for a type
    whose printed form hides its value; `reveal` names what gives the value then
    (`get_secret_value`). `hidden` maps keywords of the constructor to the constant that keeps the
    field out of the printed form of its record (`repr` = `False`).
    """

    type: tuple[str, ...]
    shape: Shape
    element: str = ""
    target: str = ""
    conceals: bool = False
    reveal: tuple[str, ...] = ()
    hidden: Mapping[str, str] = {}
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Model(Entry, frozen=True, kw_only=True):
    """A class whose fields are stored, or (`activity` empty) a record that only carries data.

    `base`: canonical names of the bases or metaclasses that make it one; `decorator` likewise.
    `fields`: what declares a column: `call` (a field whose value is a call of one of `constructors`,
    of anything where there are none), `annotation` (an annotated name). A type handed to a constructor
    (`Column(String)`, `mapped_column(EmailType)`) is looked up like an annotation. `keyword` is a class
    keyword that must be true (`table`). `wrappers` are generic types whose argument is the column's
    type (`Mapped`). `inherits` maps fields that a base brings along to their element. `marks` are names
    of which a class assigns one to be such a model, for classes whose base is out of sight
    (`__tablename__`). `prints` are the fields that the printed form of an instance shows, `*` for all;
    a `__str__` or `__repr__` of the project's own goes first.
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
    marks: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()
    vendor: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Query(Entry, frozen=True, kw_only=True):
    """How records come back out of a store, so that they are known to be of their class.

    A query of a stored class begins with an `attribute` of the class, or with a `call` (as in a sink)
    whose first argument is the class, a field of it, or another query. `gives` says what such a call
    gives: `rows` (a query) or one `row`. Methods of a query: `again` give a query, `row` one record,
    `columns` the fields that their texts name.
    """

    id: str
    attribute: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    gives: Literal["rows", "row"] = "rows"
    again: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Handler(Entry, frozen=True, kw_only=True):
    """A function that a framework calls: what it hands in, and what calls it by another name.

    A function with one of the decorators (canonical names, or `*.name`) is one. `parameter` is then an
    instance of the class that the decorator's argument `class_argument` names. `plain` are attributes
    of the function that call it with the same arguments (`delay`), `packed` those that take them as
    `args` and `kwargs` (`apply_async`).
    """

    id: str
    decorator: tuple[str, ...]
    parameter: str = ""
    class_argument: str = ""
    plain: tuple[str, ...] = ()
    packed: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Library(Entry, frozen=True, kw_only=True):
    """One file of rules/libraries.

    `imports` are the packages whose import loads it (default: the file's name); `*` loads it always.
    `packages` is what an installer calls it (default: the file's name). `setup` are lines that stand
    before the snippets of its entries.
    """

    name: str
    title: str = ""
    imports: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    setup: str = ""
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
    query: tuple[Query, ...] = ()
    handler: tuple[Handler, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """All knowledge in force, with the digest of what it was read from."""

    elements: Mapping[str, Element]
    vocabulary: Vocabulary
    libraries: Mapping[str, Library]
    digest: str
