"""What became of everything that was found, with sums that hold throughout the report and in `check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from purposelint.report.page.entries import Entries, Entry
from purposelint.report.page.words import NOT_PERSONAL, STATES

_BREACH = "no purpose is declared for it, or the policy does not permit the one that is"
MEANINGS: Mapping[str, tuple[str, str]] = {
    "error": (f"Open: {_BREACH}.", "error"),
    "warning": (f"Open, and less grave: {_BREACH}, or a declaration wants care.", "warning"),
    "note": (f"Open, and less sure: {_BREACH}.", "note"),
    "suppressed": ("As the open ones, and a comment in the code hides it.", "suppressed"),
    "baselined": ("As the open ones, and accepted for now: it was there before.", "baselined"),
    "permitted": ("A purpose is declared, and the policy permits it.", "permitted"),
    "guarded": ("What is personal is taken out on the way.", "guarded"),
    "quiet": ("As the open ones, and not to be reported in this run, as of low sensitivity.", "quiet"),
    NOT_PERSONAL: ("Whoever wrote the code says that it is no personal data.", "quiet"),
}
"""What each state means for a reader, and the word of `purposelint check` for it."""


class Tally(NamedTuple):
    """How many entries have a state, of how many kinds of data; what it means, and what `check` calls it."""

    state: str
    number: int
    kinds: int
    means: str
    called: str


class Sum(NamedTuple):
    """All states that occur, gravest first, their sum, and how many of it are uses of personal data."""

    rows: tuple[Tally, ...]
    number: int
    kinds: int
    uses: int
    apart: str
    """Why some are no uses, '' where all are."""


def tally_of(entries: Entries) -> Sum:
    """Count what there is, each entry once."""
    found: dict[str, list[Entry]] = {}
    for one in entries.all:
        found.setdefault(one.state, []).append(one)
    rows = [
        Tally(state, len(found[state]), _kinds(found[state]), *MEANINGS[state])
        for state in STATES
        if state in found
    ]
    uses = entries.uses()
    return Sum(tuple(rows), len(entries.all), _kinds(uses), len(uses), _apart(entries.all, uses))


def _kinds(entries: Sequence[Entry]) -> int:
    return len({one.finding.element for one in entries} - {None, ""})


def _apart(every: Sequence[Entry], uses: Sequence[Entry]) -> str:
    """What is no use of personal data, in words: `2 about comments, 1 said not to be personal`."""
    used = {one.anchor for one in uses}
    reasons = Counter(_reason(one) for one in every if one.anchor not in used)
    return ", ".join(_told(reasons))


def _reason(entry: Entry) -> str:
    if not entry.finding.element:
        return "about declarations and suppressions"
    return STATES[NOT_PERSONAL] if entry.state == NOT_PERSONAL else "less sure than asked for"


def _told(reasons: Counter[str]) -> Iterator[str]:
    for reason, number in reasons.most_common():
        yield f"{number:,} {reason}"
