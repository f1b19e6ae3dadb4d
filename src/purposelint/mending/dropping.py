"""Declarations that would not do what they were written for: seen in the run that follows, and dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from purposelint.analysis import Run
from purposelint.domain.mended import Changed, Edit, Left, Rewritten
from purposelint.domain.place import Span
from purposelint.domain.verdict import Finding
from purposelint.judge.codes import UNREADABLE_DECLARATION, UNUSED_DECLARATION
from purposelint.mending.basis import arisen, edits_of, open_findings

_OUT_OF_REACH = (
    "a comment at its statement does not reach it; `purposelint explain` tells which way the data takes"
)

_Wish: TypeAlias = tuple[str, Span, str]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Wishes to give up, by path, place and element: why, or '' where another declaration covers them."""

    why: Mapping[_Wish, str]

    @classmethod
    def of(cls, before: Run, after: Run, found: Sequence[Rewritten]) -> Dropped:
        """Compare two runs, without and with the edits."""
        edits = edits_of(found)
        now = open_findings(after)
        there = {_wish(one) for key, one in open_findings(before, edits).items() if key in now}
        faulty = {
            (one.place.path, one.place.span.line): one
            for one in arisen(before, after, found)
            if one.code in {UNREADABLE_DECLARATION.code, UNUSED_DECLARATION.code}
        }
        why: dict[_Wish, str] = {}
        for changed in (each for one in found for each in one.changed):
            fault = _fault(changed, edits[changed.path], faulty)
            for wish in _wishes(changed):
                if fault is not None:
                    why[wish] = fault
                elif wish in there:
                    why[wish] = _OUT_OF_REACH
        return cls(why)

    def __bool__(self) -> bool:
        return bool(self.why)

    def has(self, finding: Finding) -> bool:
        """Whether the declaration of a finding is given up."""
        return _wish(finding) in self.why

    def told(self, chosen: Iterable[Finding]) -> Iterator[Left]:
        """What is to be said of those that are given up and not covered otherwise."""
        for one in chosen:
            why = self.why.get(_wish(one), "")
            if why:
                yield Left(one.place.path, one.place.span.line, why, one.element or "")


def _wish(finding: Finding) -> _Wish:
    return (finding.place.path, finding.place.span, finding.element or "")


def _wishes(changed: Changed) -> Iterator[_Wish]:
    """What a comment was written for."""
    yield from ((changed.path, span, element) for span in changed.spans for element in changed.elements)


def _fault(changed: Changed, edit: Edit, faulty: Mapping[tuple[str, int], Finding]) -> str | None:
    """What is said against the comment that was written; '' for one that nothing needs."""
    above = sum(1 for start, _ in edit.shifts if start == changed.line)
    first = edit.moved(changed.line)
    lines = (edit.moved(changed.last), *range(first - above, first))
    found = next((faulty[changed.path, line] for line in lines if (changed.path, line) in faulty), None)
    if found is None:
        return None
    return "" if found.code == UNUSED_DECLARATION.code else f"there, {found.message}"
