"""Policy and code side by side, in words of a report: no names of codes, activities or vendors' entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from purposelint.domain.dossier import Dossier
from purposelint.domain.verdict import Verdict
from purposelint.report.page.words import (
    ACTIVITIES,
    BREACHES,
    OWN,
    SELF,
    STATES,
    purpose_title,
    quiet_since,
    recipient_title,
    title_of,
)
from purposelint.report.promises_words import Row, Section, lead_of, sections_of

_CODE = re.compile(r" \(PUR\d+\)$")


class Coverage(NamedTuple):
    """What is said first, the sections with rows, the titles of those without, and what is in neither."""

    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    empty: tuple[str, ...]
    hidden: tuple[str, ...]


def coverage_of(verdict: Verdict) -> Coverage:
    """All of it; what was not gathered is said instead."""
    if verdict.dossier is None:
        return Coverage(("Not gathered in this run.",), (), (), ())
    promises = verdict.dossier.promises
    lead = lead_of(verdict, promises)
    if not promises.made:
        lead.append(
            "The policy has no permits: it promises nothing in particular that the code could keep or break."
        )
    told = in_words(sections_of(verdict, promises), verdict.dossier)
    return Coverage(
        tuple(lead),
        tuple(one for one in told if one.rows),
        tuple(one.title for one in told if not one.rows),
        tuple(_hidden(promises.hidden.items())),
    )


def _hidden(hidden: Iterable[tuple[str, int]]) -> Iterator[str]:
    """What is no row because it is silenced, in the words of the other sections."""
    for reason, number in hidden:
        state = STATES.get(reason)
        yield f"{number:,} {state}" if state else f"{number:,}: {quiet_since(reason)}"


def in_words(sections: Iterable[Section], dossier: Dossier | None) -> list[Section]:
    """The same sections, each cell in words."""
    return [
        one._replace(
            title=_CODE.sub("", one.title),
            rows=tuple(Row(tuple(_cells(one.columns, row, dossier))) for row in one.rows),
        )
        for one in sections
    ]


def _cells(columns: Iterable[str], row: Row, dossier: Dossier | None) -> Iterable[tuple[str, ...]]:
    for column, cell in zip(columns, row.cells, strict=False):
        if column == "finding":
            code, name = cell
            yield (f"{BREACHES.get(name, name)} ({code})",)
        elif column == "activity":
            yield tuple(ACTIVITIES.get(word, word) for word in cell)
        elif column == "elements":
            yield tuple(_what(word, dossier) for word in cell)
        elif column in {"purposes", "declared for"}:
            yield tuple(purpose_title(word, dossier) for word in cell)
        elif column in {"recipient", "recipients"}:
            yield tuple(_who(word, dossier) for word in cell)
        else:
            yield cell


def _what(name: str, dossier: Dossier | None) -> str:
    """An element, by its title, with how often it occurs where that is said."""
    element, blank, number = name.partition(" ")
    return f"{title_of(element, dossier)}{blank}{number}"


def _who(name: str, dossier: Dossier | None) -> str:
    """A recipient of the policy, or a vendor."""
    title = recipient_title(name, dossier)
    return OWN if name == SELF else name.replace("_", " ") if title == name else title
