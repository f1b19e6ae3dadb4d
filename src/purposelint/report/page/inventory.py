"""What personal data the service handles: element by activity and recipient, as a table one can read."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from purposelint.domain.catalog import ACTIVITIES, SENSITIVITIES, Sensitivity
from purposelint.domain.verdict import Verdict
from purposelint.report.page.entries import Entries, Entry
from purposelint.report.page.words import STATES, Party, party_of, title_of


class Use(NamedTuple):
    """One element at one activity, for one party: its purposes, what became of its flows, their entries."""

    activity: str
    party: Party
    purposes: tuple[str, ...]
    undeclared: int
    states: tuple[tuple[str, int], ...]
    anchors: tuple[str, ...]


class Handled(NamedTuple):
    """One element with all its uses."""

    element: str
    title: str
    sensitivity: Sensitivity
    uses: tuple[Use, ...]


def handled_in(verdict: Verdict, entries: Entries) -> tuple[Handled, ...]:
    """Elements, the most sensitive first, each with its uses: stored, logged, sent, by party."""
    cells: dict[tuple[str, str, Party], list[Entry]] = {}
    for one in entries.uses():
        key = (one.finding.element or "", str(one.finding.activity), party_of(one.finding))
        cells.setdefault(key, []).append(one)
    found = [
        Handled(
            element,
            title_of(element, verdict.dossier),
            verdict.sensitivity.get(element, "medium"),
            tuple(_use(key[1], key[2], cells[key]) for key in sorted(cells, key=_order) if key[0] == element),
        )
        for element in {key[0] for key in cells}
    ]
    return tuple(sorted(found, key=lambda each: (SENSITIVITIES.index(each.sensitivity), each.element)))


def _order(key: tuple[str, str, Party]) -> tuple[object, ...]:
    element, activity, party = key
    return (element, ("store", "log", "share").index(activity) if activity in ACTIVITIES else 9, party)


def _use(activity: str, party: Party, found: list[Entry]) -> Use:
    states = Counter(one.state for one in found)
    return Use(
        activity,
        party,
        tuple(sorted({name for one in found for name in one.finding.purposes})),
        sum(not one.finding.purposes for one in found),
        tuple((state, states[state]) for state in STATES if states[state]),
        tuple(one.anchor for one in found),
    )
