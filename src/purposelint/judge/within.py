"""What of a whole project's findings a run over some of its files tells."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from purposelint.domain.verdict import Finding, Judged


def within(judged: Judged, files: AbstractSet[str], told: AbstractSet[str] | None) -> Judged:
    """Findings that stand in some files, and what data that goes through them newly does elsewhere.

    New is what was not told before, by its fingerprint; where nothing is known of before, nothing is new.
    """
    findings = tuple(one for one in judged.findings if one.place.path in files or _is_new(one, files, told))
    shown = {one.fingerprint for one in findings}
    judgements = (
        one
        for one in judged.judgements
        if one.finding.place.path in files or one.finding.fingerprint in shown
    )
    return Judged(findings, tuple(judgements))


def _is_new(finding: Finding, files: AbstractSet[str], told: AbstractSet[str] | None) -> bool:
    if told is None or finding.fingerprint in told or finding.data is None:
        return False
    ways = (finding.sink, *(hop.place for hop in finding.trace))
    return any(place is not None and place.path in files for place in ways)
