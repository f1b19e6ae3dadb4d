"""Declarations that would not do what they were written for: seen in the run that follows, and dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from purposelint.analysis import Run
from purposelint.domain.mended import Changed, Edit, Left, Rewritten
from purposelint.domain.place import Span
from purposelint.domain.verdict import Finding
from purposelint.judge.codes import UNREADABLE_DECLARATION, UNUSED_DECLARATION
from purposelint.mending.basis import arisen, edits_of, open_findings

_OUT_OF_REACH = (
    "a comment at its statement does not reach it; `purposelint explain` tells which way the data takes"
)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Wishes to give up, by path and place: why, or '' where another declaration covers them already."""

    why: Mapping[tuple[str, Span], str]

    @classmethod
    def of(cls, before: Run, after: Run, found: Sequence[Rewritten]) -> Dropped:
        """Compare two runs, without and with the edits."""
        edits = edits_of(found)
        now = open_findings(after)
        there = {
            (one.place.path, one.place.span)
            for key, one in open_findings(before, edits).items()
            if key in now
        }
        faulty = {
            (one.place.path, one.place.span.line): one
            for one in arisen(before, after, found)
            if one.code in {UNREADABLE_DECLARATION.code, UNUSED_DECLARATION.code}
        }
        why: dict[tuple[str, Span], str] = {}
        for changed in (each for one in found for each in one.changed):
            fault = _fault(changed, edits[changed.path], faulty)
            for span in changed.spans:
                if fault is not None:
                    why[changed.path, span] = fault
                elif (changed.path, span) in there:
                    why[changed.path, span] = _OUT_OF_REACH
        return cls(why)

    def __bool__(self) -> bool:
        return bool(self.why)

    def has(self, finding: Finding) -> bool:
        """Whether the declaration of a finding is given up."""
        return (finding.place.path, finding.place.span) in self.why

    def told(self, chosen: Iterable[Finding]) -> Iterator[Left]:
        """What is to be said of those that are given up and not covered otherwise."""
        for one in chosen:
            why = self.why.get((one.place.path, one.place.span), "")
            if why:
                yield Left(one.place.path, one.place.span.line, why, one.element or "")


def _fault(changed: Changed, edit: Edit, faulty: Mapping[tuple[str, int], Finding]) -> str | None:
    """What is said against the comment that was written; '' for one that nothing needs."""
    above = sum(1 for start, _ in edit.shifts if start == changed.line)
    first = edit.moved(changed.line)
    lines = (edit.moved(changed.last), *range(first - above, first))
    found = next((faulty[changed.path, line] for line in lines if (changed.path, line) in faulty), None)
    if found is None:
        return None
    return "" if found.code == UNUSED_DECLARATION.code else f"there, {found.message}"
