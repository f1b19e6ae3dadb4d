"""What is known about personal data and about libraries: the TOML entries of `rules/`, as values.

The structs are the schema: an unknown key is an error of the entry. Dotted names are canonical
names (domain.program). `X()` in a type name is what calling X gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from purposelint.domain.datasets import Labelled

if TYPE_CHECKING:
    from purposelint.domain.library import Library

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


class Rule(Entry, frozen=True, kw_only=True):
    """An entry of rules/: `since` is the version that brought it, '' for the first.

    A `preview` is off until a configuration asks for previews.
    """

    since: str = ""
    preview: bool = False


class Element(Rule, frozen=True, kw_only=True):
    """One kind of personal data. Names are written snake_case and matched on whole sub-words.

    `strong` names are enough alone, `context` names need a person-like owner, `weak` names need a
    second witness (a field type, a person-like owner or strong siblings). `owners` are words of an
    owner that are context enough for this element beside a person (`device`, `login`). `topics` are
    words that make a field of such an owner this element wherever in its name they stand. `tails`
    are words that may follow a name without changing what it is (`email_id`), `not_names` are whole
    sequences that are something else though they contain a name (`email_template`). `shapes` are the
    column shapes the data can have; `types` are dotted types that mean this element whatever the
    name, `witness_types` only agree with it: they need a person-like owner or one of its names.
    `not_owners` are words of an owner that has one of its own, which is no person's (the password of a
    `device`). `owned` are those of the names that the key of a request alone does not make a person's
    (`alias`, `name`: other data of a person must be read beside it), `shared` those that things have as
    well (the `full_name` of a symbol): they need a witness, or something else of a person in the same
    file. `not_beside` are fields that tell of the way to a machine: beside one of them the name is that
    machine's (`password` beside `port`). `not_about` are words, of the owner or in front of the name,
    that speak of something else altogether (`mesh` of coordinates).
    """

    id: str
    title: str
    sensitivity: Sensitivity
    clause: str = ""
    dpv: tuple[str, ...] = ()
    fides: tuple[str, ...] = ()
    oep30: tuple[str, ...] = ()
    """Kinds of personal data in annotations of Open edX (OEP-30, `.. pii_types:`) that mean this element."""
    aliases: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    not_owners: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    not_beside: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
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
    common: bool = False
    """Two persons may have the same: a unique column of a weak name, in no person's record, is a label."""
    faker: tuple[str, ...] = ()
    """Faker's providers of one: a field that a factory or a seed fills with such is likely that."""
    patterns: tuple[str, ...] = ()
    """Parts of regular expressions that check for one, without groups and anchors, digits as `\\d`."""
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
    witness), `code_owners` two words that are nobody (`node visitor`, `business customer`),
    `profile_owners` for records about one person (as a class they are a person, before another word they
    say nothing), `thing_owners` for all else. `neutral_owners` end a class name
    without saying whose it is (`UserCreateSchema`); `form_owners` are things that, behind a person,
    may be the form in which that is given (`UserType` of a schema). `metadata_heads` and
    `neutral_heads` begin a name, `metadata_tails` and `neutral_tails` end it: the first make it
    something about the data, the second change nothing; `counter_heads` are those that count.
    `guarded_heads` say that the value is masked, hashed or encrypted. `prepositions` begin a phrase
    that is not the head, but around `agency` (`on behalf of`), where it says for whom. `having` are
    those behind which a class name says what its records have.
    `system_receivers` hold the service's own configuration and credentials. `generic_names` say
    nothing without their owner (`RecoveryCode.code`). `audit_words` end the name of a key to who
    wrote or handles a row, `row_keys` are what such a key points to, `layer_modules` are modules
    named for a layer, not for what they are about. `preferences` are names of cookies and the like that keep
    how somebody wants a page, and say nothing of who that is. `own_grants` are texts with which a
    program asks for access of its own, no person's. `addressees` are parameters for whoever gets a message,
    `channels` words of a function, or of the class of a method named for one of `deliveries`, with the name
    that whom they reach goes by (`sms`: `phone_number`). `person_key` is the element that a key to a
    person's record is. `dpv` and `fideslang` are the versions of the vocabularies that elements name.
    """

    dpv: str = ""
    fideslang: str = ""
    person_owners: tuple[str, ...]
    person_suffixes: tuple[str, ...] = ()
    loose_owners: tuple[str, ...] = ()
    code_owners: tuple[str, ...] = ()
    profile_owners: tuple[str, ...] = ()
    thing_owners: tuple[str, ...]
    neutral_owners: tuple[str, ...] = ()
    form_owners: tuple[str, ...] = ()
    metadata_tails: tuple[str, ...]
    metadata_heads: tuple[str, ...]
    counter_heads: tuple[str, ...] = ()
    neutral_heads: tuple[str, ...]
    neutral_tails: tuple[str, ...] = ()
    guarded_heads: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    system_receivers: tuple[str, ...] = ()
    generic_names: tuple[str, ...] = ()
    audit_words: tuple[str, ...] = ()
    row_keys: tuple[str, ...] = ()
    layer_modules: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    own_grants: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    channels: Mapping[str, str] = {}
    deliveries: tuple[str, ...] = ()
    person_key: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """All knowledge in force, with the digest of what it was read from.

    `labelled` are columns as the project's own dataset files label them, in their order. `shipped_purposes`
    are the purposes of the policies that ship, each with the first of these that names it.
    """

    elements: Mapping[str, Element]
    vocabulary: Vocabulary
    libraries: Mapping[str, Library]
    digest: str
    labelled: tuple[Labelled, ...] = ()
    shipped_purposes: Mapping[str, str] = field(default_factory=dict)
