"""Fields that are the same data twice, in a class and its parent or twin, and what each declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from purposelint.domain.program import Program
from purposelint.domain.sightings import Sighting, Sightings
from purposelint.judge.declarations.coverage import Cover, Coverage
from purposelint.judge.declarations.model import Declaration, Exemption

_Said: TypeAlias = Cover | Exemption
_Key: TypeAlias = tuple[str, str]


class Disagreement(NamedTuple):
    """Two fields that declare what cannot both hold; `here` comes later in the order of files and lines."""

    here: Declaration | Exemption
    field: str
    relation: str
    other_field: str
    there: Declaration | Exemption


def disagreements(program: Program, sightings: Sightings, coverage: Coverage) -> Iterator[Disagreement]:
    """Contradictions between fields of the same name, of a class and its parents and of twins, in order.

    Purposes contradict each other where neither field's are among the other's: a schema may narrow what
    the model allows. That one is no personal data contradicts any purpose of the other.
    """
    said = {
        (owner, name, sighting.element): found
        for (owner, name), sightings_here in sorted(sightings.fields.items())
        for sighting in sightings_here
        if _has_own_line(sighting) and (found := coverage.of_field(sighting)) is not None
    }
    for (owner, name, element), found in said.items():
        for other, relation in _relatives(program, sightings, owner):
            there = said.get((other, name, element))
            if there is not None and _contradict(found, there):
                yield _told((owner, name), found, (other, name), there, relation)


def _has_own_line(sighting: Sighting) -> bool:
    return sighting.place is not None and not sighting.inherited


def _relatives(program: Program, sightings: Sightings, owner: str) -> Iterator[tuple[str, str]]:
    """Classes whose fields of the same name are the same data: parents, then twins; each pair once."""
    info = program.classes.get(owner)
    parents = info.lineage[1:] if info is not None else ()
    yield from ((parent, "parent") for parent in parents)
    stem = sightings.stems.get(owner)
    for other, of_other in sorted(sightings.stems.items()):
        known = program.classes.get(other)
        is_child = known is not None and owner in known.lineage
        if of_other == stem and other < owner and other not in parents and not is_child:
            yield other, "twin"


def _contradict(one: _Said, other: _Said) -> bool:
    if isinstance(one, Exemption) or isinstance(other, Exemption):
        return not (isinstance(one, Exemption) and isinstance(other, Exemption))
    return not (set(one.purposes) <= set(other.purposes) or set(other.purposes) <= set(one.purposes))


def _told(one: _Key, said: _Said, other: _Key, said_there: _Said, relation: str) -> Disagreement:
    here, there = _carrier(said), _carrier(said_there)
    if relation == "twin" and there.place > here.place:
        (one, here), (other, there) = (other, there), (one, here)
    return Disagreement(here, _short(one), relation, _short(other), there)


def _carrier(said: _Said) -> Declaration | Exemption:
    return said if isinstance(said, Exemption) else said.declarations[0]


def _short(key: _Key) -> str:
    owner, name = key
    return f"{owner.rpartition('.')[2]}.{name}"
