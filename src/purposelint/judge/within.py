"""What of a whole project's findings a run over some of its files tells."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from purposelint.domain.masking import masked
from purposelint.domain.verdict import Finding, Judged
from purposelint.judge.baselined import files_of


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """What a run over the project told, as fingerprints and kinds, and whether a file has changed since."""

    told: AbstractSet[str]
    is_changed: Callable[[str], bool]


def within(judged: Judged, files: AbstractSet[str], before: Before | None) -> Judged:
    """Findings that stand in some files, and flows elsewhere that their change may have caused.

    It may without any of their data going through its file: it took away what stood before something
    else, or turned a field into somebody's. Where nothing is known of before, none is new.
    """
    changed = frozenset(path for path in files if before is not None and before.is_changed(path))
    findings = tuple(
        one for one in judged.findings if one.place.path in files or _is_caused(one, changed, before)
    )
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


def _is_caused(finding: Finding, changed: AbstractSet[str], before: Before | None) -> bool:
    """Whether it is new, and no change of other files alone can be why.

    What goes through one of these and through none of the `changed` ones is told where that one is asked for.
    """
    if before is None or not changed or not _is_new(finding, before.told):
        return False
    through = frozenset(files_of(finding))
    return not changed.isdisjoint(through) or not any(map(before.is_changed, sorted(through)))


def _is_new(finding: Finding, told: AbstractSet[str]) -> bool:
    """Whether neither it nor one of its kind was told: a narrow run may know fewer of its sources."""
    if finding.data is None:
        return False
    return finding.fingerprint not in told and kind_of(finding) not in told
