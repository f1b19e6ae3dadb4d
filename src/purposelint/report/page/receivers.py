"""Who gets personal data outside the service: by name, by address, and packages that may hand it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from purposelint.domain.dossier import Dossier
from purposelint.report.page.entries import Entry
from purposelint.report.page.unseen import OWN_CLASSES, Unseen
from purposelint.report.page.words import (
    NOWHERE,
    SELF,
    STATES,
    Party,
    counted,
    party_of,
    recipient_title,
    title_of,
)

_NAMED = 3
"""Names that one sentence holds."""


class Receiver(NamedTuple):
    """One who gets data outside: by name, what the policy calls it, what it gets, and what became of that."""

    party: Party
    data: tuple[str, ...]
    states: tuple[tuple[str, int], ...]
    anchors: tuple[str, ...]


def receivers_of(uses: Iterable[Entry], dossier: Dossier | None) -> tuple[Receiver, ...]:
    """Everybody but the service itself, those by name first."""
    found: dict[Party, list[Entry]] = {}
    for one in uses:
        party = party_of(one.finding)
        if party.recipient != SELF:
            found.setdefault(party, []).append(one)
    return tuple(
        _receiver(party, found[party], dossier)
        for party in sorted(found, key=lambda each: (each.name == NOWHERE, each.name, each.recipient))
    )


def _receiver(party: Party, found: Sequence[Entry], dossier: Dossier | None) -> Receiver:
    states = Counter(one.state for one in found)
    return Receiver(
        party,
        titles_of({one.finding.element or "" for one in found}, dossier),
        tuple((state, states[state]) for state in STATES if states[state]),
        tuple(one.anchor for one in found),
    )


def titles_of(elements: Iterable[str], dossier: Dossier | None) -> tuple[str, ...]:
    """What some elements are called, in order of their ids."""
    return tuple(title_of(one, dossier) for one in sorted(elements))


def named(receivers: Iterable[Receiver]) -> tuple[Receiver, ...]:
    """Those of whom the code says who they are: an address that it does not state may be anybody's."""
    return tuple(one for one in receivers if one.party.name != NOWHERE)


def sent_to(receivers: Sequence[Receiver], unseen: Unseen, dossier: Dossier | None) -> str:
    """Who gets data outside, in a sentence or two for the head of the report."""
    names = [one.party.name or recipient_title(one.party.recipient, dossier) for one in named(receivers)]
    who = names[:_NAMED]
    if len(names) > _NAMED:
        who.append(f"{len(names) - _NAMED} more by name")
    if len(named(receivers)) < len(receivers):
        who.append("addresses that the code does not state")
    sends = f"It sends some to {_listed(who)}." if who else "None of it is seen to leave the service."
    strange = sum(one.name != OWN_CLASSES for one in unseen.unknown)
    if not strange:
        return sends
    gets = "gets" if strange == 1 else "get"
    more = counted(strange, "package")
    return f"{sends} {more} that no rule describes {gets} some too: what is done with it there is not known."


def _listed(words: Sequence[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
