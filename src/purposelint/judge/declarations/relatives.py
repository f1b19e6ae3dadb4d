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
    twins = _twins(program, sightings, {owner for owner, _, _ in said})
    for (owner, name, element), found in said.items():
        info = program.classes.get(owner)
        parents = ((parent, "parent") for parent in (info.lineage[1:] if info is not None else ()))
        for other, relation in (*parents, *((twin, "twin") for twin in twins[owner])):
            there = said.get((other, name, element))
            if there is not None and _contradict(found, there):
                yield _told((owner, name), found, (other, name), there, relation)


def _has_own_line(sighting: Sighting) -> bool:
    return sighting.place is not None and not sighting.inherited


def _twins(program: Program, sightings: Sightings, owners: set[str]) -> dict[str, list[str]]:
    """Classes of the same stem that come before each: of one module, or one stored and the other not.

    Two stored classes of different modules that are called alike are two things.
    """
    stored = {owner for (owner, _), found in sightings.fields.items() if any(each.model for each in found)}
    alike: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {}
    for owner in sorted(owners):
        before = alike.setdefault(sightings.stems.get(owner, owner), [])
        found[owner] = [
            other
            for other in before
            if ((owner in stored) != (other in stored) or _module(owner) == _module(other))
            and not _is_above(program, owner, other)
            and not _is_above(program, other, owner)
        ]
        before.append(owner)
    return found


def _module(symbol: str) -> str:
    return symbol.rpartition(".")[0]


def _is_above(program: Program, symbol: str, other: str) -> bool:
    info = program.classes.get(other)
    return info is not None and symbol in info.lineage


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
