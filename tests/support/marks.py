"""What a run found, held against the marks of what it checked."""

from __future__ import annotations

from fixture_marks import Mark
from purposelint.domain.verdict import Verdict


def found_marks(verdict: Verdict) -> set[Mark]:
    """What a run reports, as marks: open findings, and files it could not analyse."""
    findings = {
        Mark(one.place.path, one.place.span.line, one.code, one.element or "")
        for one in verdict.findings
        if one.status == "open"
    }
    return findings | {Mark(one.path, max(one.line, 1), one.code, "") for one in verdict.problems}


def difference(expected: set[Mark], found: set[Mark]) -> str:
    """The two sets side by side where they differ, in order of place; '' where they agree."""
    wrong = [(mark, "missing   ") for mark in expected - found]
    wrong += [(mark, "unexpected") for mark in found - expected]
    return "\n".join(f"{what} {mark}" for mark, what in sorted(wrong))
