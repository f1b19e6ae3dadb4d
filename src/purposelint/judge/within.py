"""What of a whole project's findings a run over some of its files tells."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from purposelint.domain.masking import masked
from purposelint.domain.verdict import Finding, Judged


def within(judged: Judged, files: AbstractSet[str], told: AbstractSet[str] | None) -> Judged:
    """Findings that stand in some files, and flows elsewhere that were not told before.

    A change may cause these without any of their data going through its file: it took away what stood
    before something else, or turned a field into somebody's. Where nothing is known of before, none is new.
    `told` has fingerprints and kinds.
    """
    findings = tuple(one for one in judged.findings if one.place.path in files or _is_new(one, told))
    shown = {one.fingerprint for one in findings}
    kept = [
        index
        for index, one in enumerate(judged.judgements)
        if one.finding.place.path in files or one.finding.fingerprint in shown
    ]
    judgements = tuple(judged.judgements[index] for index in kept)
    return Judged(findings, judgements, judged.ledger.among(kept))


def kind_of(finding: Finding) -> str:
    """What a finding is, whichever of several sources stands for all that it tells together."""
    parts = (finding.code, finding.place.path, finding.place.symbol, finding.element, finding.sink_id)
    return "\n".join((*(part or "" for part in parts), masked(finding.expr)))


def _is_new(finding: Finding, told: AbstractSet[str] | None) -> bool:
    """Whether neither it nor one of its kind was told: a narrow run may know fewer of its sources."""
    if told is None or finding.data is None:
        return False
    return finding.fingerprint not in told and kind_of(finding) not in told
