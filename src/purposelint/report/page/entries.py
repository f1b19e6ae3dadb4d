"""Every flow, stored field and finding as an entry of the report, with its way and its source lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from purposelint.domain.catalog import CONFIDENCES, SENSITIVITIES
from purposelint.domain.flows import Hop
from purposelint.domain.verdict import Finding, Judgement, Verdict
from purposelint.report.escaping import fit, indentation
from purposelint.report.page.words import (
    NOT_PERSONAL,
    STATES,
    Spot,
    guarded_by,
    least_confidence,
    quiet_since,
    state_of,
    state_of_finding,
)
from purposelint.report.remedies import remedy_of

_WIDTH = 160
"""Cells of a source line that are shown."""

_ORDER = tuple(STATES)
_WHOLE = 6
"""A call of up to so many lines is shown whole."""


class Step(NamedTuple):
    """One hop: where, what happens, and the source line in three parts, the middle one marked."""

    spot: Spot
    note: str
    code: tuple[str, str, str]


class Entry(NamedTuple):
    """One thing to read: `anchor` is its id in the page, `also` are flows that the same finding tells of."""

    anchor: str
    state: str
    finding: Finding
    why: str
    steps: tuple[Step, ...]
    call: tuple[Step, ...]
    remedy: tuple[str, ...]
    also: tuple[Finding, ...]
    guarded: str
    """What protects the data, '' where nothing does."""


_Told: TypeAlias = tuple[str, Finding, str, list[tuple[int, Judgement]]]
"""State, finding, why, and the judgements that it tells of by their indices."""


class Entries:
    """All entries in the order in which they are read, and which of them tells of a judgement."""

    def __init__(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self._anchors: dict[int, str] = {}
        told = {one.fingerprint: one for one in verdict.findings if one.fingerprint}
        groups: dict[str, list[tuple[int, Judgement]]] = {}
        for index, judgement in enumerate(verdict.judgements):
            shared = judgement.finding.fingerprint if judgement.verdict == "finding" else ""
            key = shared if shared in told else f"#{index}"
            groups.setdefault(key, []).append((index, judgement))
        made: list[_Told] = []
        for key, members in groups.items():
            judgement = members[0][1]
            lead = told.get(key, judgement.finding)
            state = state_of_finding(lead) if key in told else state_of(judgement)
            made.append((state, lead, judgement.why, members))
        made += [
            (state_of_finding(one), one, "", []) for one in verdict.findings if one.fingerprint not in groups
        ]
        made.sort(key=self._rank)
        self.all = tuple(self._entry(number, *each) for number, each in enumerate(made, start=1))

    def uses(self) -> tuple[Entry, ...]:
        """Entries of personal data in use: all but what is said not to be personal, or too unsure."""
        least = CONFIDENCES.index(least_confidence(self._verdict))
        flows = set(self._anchors.values())
        return tuple(
            one
            for one in self.all
            if one.anchor in flows
            and one.finding.element
            and one.state != NOT_PERSONAL
            and CONFIDENCES.index(one.finding.confidence) <= least
        )

    def anchors(self, flows: tuple[int, ...]) -> list[str]:
        """The ids of the entries that tell of some judgements, each once, in order of the page."""
        found = {self._anchors[index] for index in flows if index in self._anchors}
        return sorted(found, key=lambda anchor: int(anchor[1:]))

    def _rank(self, told: _Told) -> tuple[object, ...]:
        """Gravest first, then the most sensitive, then in order of the code."""
        state, finding, *_ = told
        element = finding.element or ""
        sensitivity = self._verdict.sensitivity.get(element, "medium") if element else SENSITIVITIES[-1]
        rank = (_ORDER.index(state), SENSITIVITIES.index(sensitivity))
        return (*rank, finding.place, finding.code, element, finding.sink_id)

    def _entry(
        self, number: int, state: str, lead: Finding, why: str, members: list[tuple[int, Judgement]]
    ) -> Entry:
        anchor = f"f{number}"
        self._anchors.update((index, anchor) for index, _ in members)
        others = [one.finding for _, one in members if one.finding.source != lead.source]
        also = {(one.source, one.trace[:1]): one for one in others}
        remedy = (
            remedy_of(lead, self._verdict.run.policy_path) if state not in {"permitted", "guarded"} else ""
        )
        guarded = guarded_by(why, self._verdict.dossier) if state == "guarded" else ""
        return Entry(
            anchor,
            state,
            lead,
            guarded[:1].upper() + guarded[1:] or quiet_since(why),
            tuple(self._steps(lead)),
            tuple(self._call(lead)),
            tuple(remedy.split("\n")) if remedy else (),
            tuple(also.values()),
            guarded,
        )

    def _steps(self, finding: Finding) -> Iterator[Step]:
        for hop in finding.trace:
            yield Step(_spot(hop), hop.note, self._code(_spot(hop), (0, 0)))

    def _call(self, finding: Finding) -> Iterator[Step]:
        """The lines of the call or field itself, the data in it marked."""
        span = finding.place.span
        data = finding.data.span if finding.data and finding.data.path == finding.place.path else None
        last = max(span.end_line, span.line)
        lines = {*range(span.line, last + 1)} if last - span.line < _WHOLE else {span.line}
        if data is not None:
            lines.add(data.line)
        shared = self._indentation(finding.place.path, lines)
        for line in sorted(lines):
            columns = (0, 0)
            if data is not None and data.line == line:
                columns = (data.column, data.end_column if data.end_line == line else 10_000)
            spot = Spot(finding.place.path, line)
            code = self._code(spot, columns, shared)
            if any(code):
                yield Step(spot, "", code)

    def _indentation(self, path: str, lines: set[int]) -> int:
        """The blanks that all of some lines begin with."""
        texts = [self._verdict.excerpts.get((path, line), "") for line in lines]
        return min((indentation(text) for text in texts if text.strip()), default=0)

    def _code(self, spot: Spot, columns: tuple[int, int], shared: int = 0) -> tuple[str, str, str]:
        """A line without the first `shared` blanks, what stands at the columns by itself."""
        text = self._verdict.excerpts.get((spot.path, spot.line), "").rstrip()[shared:]
        begin, end = columns[0] - shared, min(columns[1] - shared, len(text) + 1)
        marks = ((begin, end),) if columns[0] and end > begin > 0 else ()
        shown = fit(text, marks, _WIDTH)
        start, to = shown.marks[0] if shown.marks and shown.text.isascii() else (0, 0)
        return shown.text[:start], shown.text[start:to], shown.text[to:]


def _spot(hop: Hop) -> Spot:
    return Spot(hop.place.path, hop.place.span.line)
