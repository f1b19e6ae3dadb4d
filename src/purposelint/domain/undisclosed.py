"""Findings and explanations without the personal data that stands in the code itself."""

from __future__ import annotations

from msgspec.structs import replace

from purposelint.domain.dossier import Ledger
from purposelint.domain.explanation import Considered, Explanation
from purposelint.domain.masking import masked
from purposelint.domain.sightings import Evidence
from purposelint.domain.verdict import Finding, Judgement


def without_literals(finding: Finding) -> Finding:
    """The same finding, with what it quotes of the code masked; its places and fingerprint stay."""
    quoted: dict[str, object] = {
        "message": masked(finding.message),
        "expr": masked(finding.expr),
        "remedy": masked(finding.remedy),
        "host": masked(finding.host),
        "suppression": masked(finding.suppression),
        "trace": tuple(
            [
                hop if (note := masked(hop.note)) == hop.note else replace(hop, note=note)
                for hop in finding.trace
            ]
        ),
        "evidence": _evidence(finding.evidence),
    }
    if finding.source is not None:
        quoted["source"] = replace(finding.source, symbol=masked(finding.source.symbol))
    changed = {name: value for name, value in quoted.items() if value != getattr(finding, name)}
    return replace(finding, **changed) if changed else finding


def judged_without_literals(judgement: Judgement) -> Judgement:
    """The same judgement, its reason and its finding masked."""
    finding, why = without_literals(judgement.finding), masked(judgement.why)
    is_same = finding is judgement.finding and why == judgement.why
    return judgement if is_same else replace(judgement, why=why, finding=finding)


def ledger_without_literals(ledger: Ledger) -> Ledger:
    """The same ledger: what people wrote beside a declaration or a suppression quotes the code too."""
    return Ledger(
        tuple([replace(one, because=masked(one.because)) for one in ledger.vouched]),
        tuple([replace(one, what=masked(one.what), reason=masked(one.reason)) for one in ledger.silencers]),
    )


def explained_without_literals(explanation: Explanation) -> Explanation:
    """The same explanation; its findings and judgements are masked already."""
    return replace(
        explanation,
        text=masked(explanation.text),
        considered=tuple(_considered(one) for one in explanation.considered),
        unremarkable=tuple(masked(name) for name in explanation.unremarkable),
        sinks=tuple(replace(one, call=masked(one.call)) for one in explanation.sinks),
        called=tuple(masked(name) for name in explanation.called),
    )


def _considered(one: Considered) -> Considered:
    return replace(one, name=masked(one.name), evidence=_evidence(one.evidence))


def _evidence(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple([replace(one, says=masked(one.says)) for one in found])
