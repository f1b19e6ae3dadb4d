"""What is personal data in a program: the output of `classify`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import msgspec

from purposelint.domain.catalog import Confidence
from purposelint.domain.facts import Mention
from purposelint.domain.place import Place


class Evidence(msgspec.Struct, frozen=True, order=True):
    """One reason for or against: `kind` (type, owner, name, sibling, text ...), `says` for a person."""

    kind: str
    says: str
    against: bool = False


class Sighting(msgspec.Struct, frozen=True):
    """A name that holds one element.

    `symbol` is the field's symbol, or `receiver.name` for a name whose owner is not known. `place`
    is the declaration; None for a mention, which is placed where the flow reads it. `model` is the
    id of the catalogue's model that stores the field, '' where nothing is stored; `vendor` who runs
    the store, '' for the service itself. `inherited` says that no line declares it. `denied` are the words
    with which a docstring or a dataset states that it is no personal data.
    """

    symbol: str
    element: str
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    place: Place | None = None
    model: str = ""
    vendor: str = ""
    inherited: bool = False
    denied: str = ""


class NeutralColumn(msgspec.Struct, frozen=True):
    """A column of a stored model whose declaration says of nobody that it is theirs (`payload`, `value`).

    What flows into it makes it personal. `place` is the declaration, `model` the id of the catalogue's
    model that stores it, `vendor` who runs the store, '' for the service itself. `holds_more` says that
    what it holds may be a mapping or a list, into which things are put one by one.
    """

    place: Place
    model: str
    vendor: str = ""
    holds_more: bool = False


def _says_nothing(_mention: Mention) -> tuple[Sighting, ...]:
    return ()


def _is_nothing(_receiver: str) -> bool:
    return False


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """All sightings. A name may hold several elements (most certain first).

    `fields` is keyed by (class symbol, field name) and holds fields of stored models, of records and
    of plain classes; a subclass finds its bases' fields through the program's MRO. `known` has the
    names of all declared fields of those classes, personal or not, so that a name that the class
    declares as something else is not guessed at. `mentions` answers for names whose owner is not
    known (with kind `submitted` for keys of what a person filled in); `doubts` keeps what was
    considered and dropped, for `explain`. `judge` judges a name that code puts together, which no file
    mentions; `neutral` are columns that become personal by what flows in; `of_no_person` says whether a
    receiver's word is a thing or the service itself. `stems` are what the names of classes with personal
    fields come down to: twins have the same (`customer` for `Customer` and `CustomerIn`).
    """

    fields: Mapping[tuple[str, str], tuple[Sighting, ...]]
    known: frozenset[tuple[str, str]]
    mentions: Mapping[Mention, tuple[Sighting, ...]]
    doubts: Mapping[tuple[str, str], tuple[Evidence, ...]]
    judge: Callable[[Mention], tuple[Sighting, ...]] = _says_nothing
    of_no_person: Callable[[str], bool] = _is_nothing
    neutral: Mapping[tuple[str, str], NeutralColumn] = field(default_factory=dict)
    marked: Mapping[tuple[str, str], tuple[Sighting, ...]] = field(default_factory=dict)
    """Parameters that a marker declares, by the symbol of their function and their name."""
    stems: Mapping[str, str] = field(default_factory=dict)
