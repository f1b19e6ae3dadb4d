"""What speaks for a name being a person's, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from purposelint.classify.columns import ColumnRead
from purposelint.classify.contexts import Context
from purposelint.classify.names import Match, Reading
from purposelint.domain.catalog import Element
from purposelint.domain.sightings import Evidence

CREDENTIAL = "credential"
"""The group of elements that things and services have as well: only a person's count."""

FULL = 1.0
HALF = 0.5
SLIGHT = 0.4
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Case:
    """A name to be weighed: what it says, whose it is, what its column is, what texts say of it.

    `recorded` says that a store, a form or a serialiser has it, so that it is of a record.
    """

    name: str
    reading: Reading
    context: Context
    column: ColumnRead
    hints: Mapping[str, Evidence] = field(default_factory=dict)
    recorded: bool = False


@dataclass(slots=True)
class Witnesses:
    """Witnesses and their sum.

    `full` says that one of them is enough by itself, `subject` that one is a person or goes with the
    element, `exempt` that a thing as owner is outweighed.
    """

    total: float = 0.0
    full: bool = False
    subject: bool = False
    exempt: bool = False
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, weight: float, kind: str, says: str) -> None:
        """Count one more witness."""
        self.total += weight
        self.full = self.full or weight >= FULL
        self.evidence.append(Evidence(kind, says))


def witnesses(element: Element, match: Match | None, case: Case) -> Witnesses:
    """Everything that says that what the name holds is a person's."""
    found = Witnesses()
    _by_qualifier(found, match, case.reading)
    _by_owner(found, case.context)
    _by_element_owner(found, element, case.context)
    if element.id in case.column.witness:
        found.add(HALF, "type", f"{case.column.type or 'its type'} agrees")
    found.subject = found.full or case.context.kind == "loose"
    _by_siblings(found, match, case)
    return found


def _by_qualifier(found: Witnesses, match: Match | None, reading: Reading) -> None:
    for each in (match,) if match else reading.matches:
        if each.qualifier in {"person", "loose"}:
            weight = FULL if each.qualifier == "person" else HALF
            found.add(weight, "name", f"`{each.qualified_by}` in the name is a person")
            found.exempt = True
            return


def _by_owner(found: Witnesses, context: Context) -> None:
    if context.kind == "person":
        found.add(FULL, "owner", f"`{context.owner.word}` is a person")
    elif context.kind == "loose":
        found.add(HALF, "owner", f"`{context.owner.word}` may be a person")
    elif context.kind == "related":
        found.add(SLIGHT, "owner", context.because or f"it is something of a `{context.owner.word}`")


def _by_element_owner(found: Witnesses, element: Element, context: Context) -> None:
    """A word of the owner that the element lists; it outweighs a thing unless the thing is the head.

    A thing that a key makes a person's (the `MfaMethod` of a user) is outweighed as the head, too.
    """
    word = next((each for each in element.owners if each in context.words), "")
    if word:
        found.add(FULL, "owner", f"`{word}` goes with it")
        owner = context.owner
        head = owner.kind == "thing" and owner.word == owner.name[-1] != word
        found.exempt = found.exempt or not head or bool(context.because)


def _by_siblings(found: Witnesses, match: Match | None, case: Case) -> None:
    """Fields beside it. Two that only persons have outweigh a thing, and such a one beside any other."""
    own = match is not None and match.tier == "weak" and not match.qualifier
    count, personal = case.context.siblings(case.name, own=own)
    if count >= _SEVERAL:
        found.add(FULL, "sibling", f"{count} fields beside it are a person's")
    elif count:
        found.add(HALF, "sibling", "a field beside it is a person's")
    if personal >= _SEVERAL or (count and case.context.evident.get(case.name)):
        found.exempt = True
