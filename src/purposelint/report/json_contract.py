"""The JSON that tools read: every finding, every flow and stored field, and what they were made from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from purposelint.domain.baseline import Held
from purposelint.domain.verdict import Finding, Judgement, RunInfo, Verdict, span_fields
from purposelint.report.escaping import well_formed
from purposelint.report.look import PLAIN, Look

VERSION = 1


def json_contract(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render the whole verdict as JSON; the same verdict gives the same bytes."""
    del look
    document = {
        "version": VERSION,
        "run": run_record(verdict.run),
        "findings": [finding_record(finding) for finding in verdict.findings],
        "flows": [_judgement(judgement) for judgement in verdict.judgements],
        "files": {
            "discovered": verdict.files.discovered,
            "analysed": verdict.files.analysed,
            "unreadable": verdict.files.unreadable,
        },
        **({"baseline": _baseline(verdict.baseline)} if verdict.baseline else {}),
        "analysis": {
            "limits": verdict.limits,
            "faults": verdict.faults,
            "unrecognised": msgspec.to_builtins(verdict.unrecognised),
        },
        "problems": [
            {"code": one.code, "path": one.path, "line": one.line, "message": one.message}
            for one in verdict.problems
        ],
    }
    return dump(document)


def _baseline(held: Held) -> dict[str, Any]:
    """What the baseline did; `stale` is null where the run could not tell."""
    stale = held.stale
    return {
        "path": held.path,
        "entries": held.entries,
        "stale": None if stale is None else [msgspec.to_builtins(one) for one in stale],
        "learned": list(held.learned),
        "learned_from": {fingerprint: list(causes) for fingerprint, causes in held.learned.items()},
        "changed": None if held.causes is None else list(held.causes),
        "moved": dict(held.moved),
    }


def dump(document: Mapping[str, Any] | Sequence[Any], indent: int | None = 1) -> str:
    """Encode as ASCII JSON, indented or on one line: keys stay in order, no character reaches a terminal raw.

    Nor does what a build server obeys wherever it stands in a log (`##[group]`, `##vso[...]`).
    """
    text = json.dumps(cleaned(document), indent=indent, allow_nan=False)
    return text.replace("\x7f", "\\u007f").replace("##", "#\\u0023") + "\n"


def run_record(run: RunInfo) -> dict[str, Any]:
    """What a verdict was made from, as the contract names it."""
    return {
        "tool": run.tool,
        "rules": run.rules,
        "policy": {"id": run.policy_id, "version": run.policy_version, "sha256": run.policy_digest},
        "commit": run.commit,
        "dirty": run.dirty,
        "options": {key: run.options[key] for key in sorted(run.options)},
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding with every key of the contract; what does not apply is null."""
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "path": finding.place.path,
        **span_fields(finding.place.span),
        "symbol": finding.place.symbol,
        "activity": finding.activity,
        "element": finding.element,
        "data": _data(finding),
        "source": (
            {"symbol": finding.source.symbol, "path": finding.source.path, "line": finding.source.line}
            if finding.source
            else None
        ),
        "sink": (
            {"id": finding.sink_id, "path": finding.sink.path, "line": finding.sink.span.line}
            if finding.sink
            else None
        ),
        "vendor": finding.vendor,
        "recipient": finding.recipient,
        "purposes": list(finding.purposes),
        "clause": finding.clause,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "fingerprint": finding.fingerprint,
        "status": finding.status,
        "trace": [
            {"path": hop.place.path, "line": hop.place.span.line, "note": hop.note} for hop in finding.trace
        ],
    }


def _data(finding: Finding) -> dict[str, Any] | None:
    """The argument that carries the data; `also`, where there are some, are others with the same."""
    if finding.data is None:
        return None
    made: dict[str, Any] = {"expr": finding.expr, **span_fields(finding.data.span)}
    return {**made, "also": [span_fields(place.span) for place in finding.also]} if finding.also else made


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return {"verdict": judgement.verdict, "why": judgement.why, **finding_record(judgement.finding)}


def cleaned(value: Any) -> Any:  # noqa: ANN401 - JSON is any of these
    """Plain JSON types, made anew, every text well-formed; sets come out sorted."""
    if isinstance(value, str):
        return value if value.isascii() else well_formed(value)
    if isinstance(value, Mapping):
        return {cleaned(str(key)): cleaned(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [cleaned(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(cleaned(item) for item in value)
    if value is None or isinstance(value, (bool, int)):
        return value
    return str(value)
