"""The ledger: everything that keeps a flow from being reported, with the flows that each entry ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from purposelint.domain.dossier import Silencer
from purposelint.domain.verdict import Verdict
from purposelint.report.page.entries import Entries
from purposelint.report.page.words import NOT_PERSONAL, Spot, quiet_since, state_of

KINDS: Mapping[str, tuple[str, str]] = {
    "suppression": ("Suppressions", "A comment in the code that hides a finding."),
    "baseline": (
        "Baseline",
        "Findings that were there before, accepted until they are mended.",
    ),
    "not-personal": ("Said not to be personal", "A comment or data set says that this is no personal data."),
    "broad declaration": (
        "Broad declarations",
        "A purpose declared for a whole class, module or folder: it also covers what is written there later.",
    ),
    "project guard": (
        "The project's own guards",
        "Functions that the project says take the personal data out. purposelint takes its word for it.",
    ),
    "own host": (
        "The service's own hosts",
        "Addresses that count as its own: by the configuration, the policy, or their names.",
    ),
    "exclude": (
        "Files left out",
        "Not judged. Flows that go through files of an exclude were counted for this report alone.",
    ),
    "cut": (
        "Cuts by sensitivity, confidence and code",
        "Flows that lack a purpose or a permission, and that this run was not asked to report.",
    ),
}
"""Kinds of entries in the order in which they are shown: title, and what it is."""

_COMPLAINTS = {"PUR405": "gives no reason", "PUR406": "ends nothing", "PUR407": "has expired"}
_ASKED = "what the run was asked to report"
_UNTIL_MENDED = "they were there before, and hold until they are mended"


class Row(NamedTuple):
    """One entry: what it is, where, why, who vouches, until when, and what it ends."""

    what: str
    spot: Spot | None
    reason: str
    by: str
    until: str
    note: str
    anchors: tuple[str, ...]
    files: tuple[str, ...]
    missed: int | None = None
    elements: tuple[str, ...] = ()


class Pile(NamedTuple):
    """All entries of one kind."""

    kind: str
    title: str
    said: str
    rows: tuple[Row, ...]

    @property
    def ended(self) -> int:
        """How many flows the entries end together; a flow that two of them end counts once."""
        return len({anchor for row in self.rows for anchor in row.anchors})

    @property
    def missed(self) -> str:
        """How many flows go through what was left out, as far as anybody looked."""
        seen = [row.missed for row in self.rows if row.missed is not None]
        if len(seen) == len(self.rows):
            return f"{sum(seen):,}" if sum(seen) else "none"
        return f"{sum(seen):,}, and not known" if any(seen) else "not known"

    @property
    def endless(self) -> int:
        """Entries that no date ends."""
        return sum(not row.until for row in self.rows)

    @property
    def unsigned(self) -> int:
        """Entries that nobody is named for."""
        return sum(not row.by for row in self.rows)


def ledger_of(verdict: Verdict, entries: Entries) -> tuple[Pile, ...]:
    """Every pile in order, empty ones too: that nothing is silenced so is worth saying."""
    rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    notes = _notes(verdict)
    for one in verdict.dossier.ledger.silencers if verdict.dossier is not None else ():
        rows[one.kind].append(_row(one, notes, entries))
    rows["not-personal"] += _denied(verdict, entries)
    rows["baseline"] += _baseline(verdict, entries)
    rows["cut"] += _cuts(verdict, entries)
    return tuple(Pile(kind, *KINDS[kind], tuple(rows[kind])) for kind in KINDS)


def _row(one: Silencer, notes: Mapping[Spot, str], entries: Entries) -> Row:
    spot = Spot(one.place.path, one.place.span.line) if one.place is not None else None
    note = notes.get(spot, "") if spot is not None and one.kind in {"suppression", "not-personal"} else ""
    anchors = tuple(entries.anchors(one.flows))
    return Row(
        one.what, spot, one.reason, one.by, one.until, note, anchors, one.files, one.missed, one.elements
    )


def _notes(verdict: Verdict) -> dict[Spot, str]:
    """What is wrong with the comments that silence, by where they stand."""
    return {
        Spot(one.place.path, one.place.span.line): _COMPLAINTS[one.code]
        for one in verdict.findings
        if one.code in _COMPLAINTS
    }


def _baseline(verdict: Verdict, entries: Entries) -> Iterator[Row]:
    held = tuple(one.anchor for one in entries.all if one.state == "baselined")
    if verdict.baseline is not None:
        stale = len(verdict.baseline.stale or ())
        note = f"{stale} of its entries are stale" if stale else ""
        said = f"{verdict.baseline.path}: {verdict.baseline.entries:,} accepted"
        yield Row(said, Spot(verdict.baseline.path, 1), _UNTIL_MENDED, "", "", note, held, ())
    elif held:
        yield Row("accepted findings", None, _UNTIL_MENDED, "", "", "", held, ())


def _denied(verdict: Verdict, entries: Entries) -> Iterator[Row]:
    """What docstrings and data sets say not to be personal: no comment of ours says it."""
    ledger = verdict.dossier.ledger.silencers if verdict.dossier is not None else ()
    told = {index for one in ledger if one.kind == "not-personal" for index in one.flows}
    denied: dict[tuple[str, Spot, str], list[int]] = {}
    for index, judgement in enumerate(verdict.judgements):
        source = judgement.finding.source
        if state_of(judgement) == NOT_PERSONAL and index not in told and source is not None:
            reason = judgement.why.partition(": ")[2]
            key = (source.symbol, Spot(source.path, source.line), reason)
            denied.setdefault(key, []).append(index)
    for (symbol, spot, reason), found in sorted(denied.items()):
        yield Row(symbol, spot, reason, "", "", "", tuple(entries.anchors(tuple(found))), ())


def _cuts(verdict: Verdict, entries: Entries) -> Iterator[Row]:
    cut: dict[str, list[int]] = {}
    for index, judgement in enumerate(verdict.judgements):
        if judgement.verdict == "quiet" and judgement.finding.code:
            cut.setdefault(judgement.why, []).append(index)
    for why in sorted(cut):
        told = quiet_since(why).removeprefix("its ")
        yield Row(told, None, _ASKED, "", "", "", tuple(entries.anchors(tuple(cut[why]))), ())
