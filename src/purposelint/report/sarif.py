"""SARIF 2.1.0, as code scanners want it: every code a rule, every flow a code flow, the same each run."""

from __future__ import annotations

from typing import Any

from purposelint.domain.verdict import Finding, Problem, Verdict
from purposelint.report.escaping import visible
from purposelint.report.json_contract import dump, run_record
from purposelint.report.look import PLAIN, Look
from purposelint.report.remedies import remedy_of
from purposelint.report.sarif_places import code_flow, fingerprints, location, path_uri, plain, region
from purposelint.report.sarif_rules import rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_RANKS = {"high": 90, "medium": 60, "low": 30}


def sarif(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render a verdict as a SARIF log of one run; suppressed and baselined findings carry a suppression."""
    del look
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(verdict)]})


def _run(verdict: Verdict) -> dict[str, Any]:
    codes = sorted(verdict.codes, key=lambda code: code.code)
    index = {code.code: number for number, code in enumerate(codes)}
    project = verdict.run.project or "project"
    return {
        "tool": {
            "driver": {
                "name": "purposelint",
                "semanticVersion": verdict.run.tool,
                "rules": [rule(code) for code in codes],
            }
        },
        "automationDetails": {"id": f"purposelint/{visible(project)}/"},
        "originalUriBaseIds": {"PROJECTROOT": {"description": {"text": "The root of the analysed project."}}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not (verdict.problems or verdict.faults),
                "toolExecutionNotifications": [_notification(problem, index) for problem in verdict.problems],
            }
        ],
        "results": [_result(finding, index, verdict) for finding in verdict.findings],
        "properties": {"run": run_record(verdict.run)},
    }


def _result(finding: Finding, index: dict[str, int], verdict: Verdict) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding, verdict.run.policy_path)},
        "locations": [_main_location(finding)],
        "partialFingerprints": fingerprints(finding),
        "rank": _RANKS[finding.confidence],
    }
    related = _related(finding, verdict)
    if related:
        result["relatedLocations"] = related
    if finding.activity:
        result["codeFlows"] = [code_flow(finding)]
    if finding.status != "open":
        result["suppressions"] = [_suppression(finding)]
    result["properties"] = {
        "element": finding.element,
        "activity": finding.activity,
        "recipient": finding.recipient,
        "vendor": finding.vendor,
        "purposes": list(finding.purposes),
        "clause": finding.clause,
        "confidence": finding.confidence,
    }
    return result


def _message(finding: Finding, policy: str) -> str:
    """Message, clause and remedy as sentences: scanners show the first and keep the rest."""
    parts = [finding.message.rstrip().rstrip(".") + "."]
    if finding.clause:
        parts.append(f"Clause {finding.clause}.")
    if finding.remedy:
        parts.append(f"Help: {remedy_of(finding, policy)}")
    return plain(" ".join(visible(part) for part in parts))


def _main_location(finding: Finding) -> dict[str, Any]:
    """The data's span where there is one, the call around it as context."""
    at = finding.data if finding.data and finding.data.path == finding.place.path else finding.place
    made = location(at.path, at.span, symbol=finding.place.symbol)
    if at is not finding.place:
        made["physicalLocation"]["contextRegion"] = region(finding.place.span)
    return made


def _related(finding: Finding, verdict: Verdict) -> list[dict[str, Any]]:
    """Where the data is declared, where it leaves, and which policy says so (if it is the project's)."""
    made: list[dict[str, Any]] = []
    source = finding.source
    if source and source.path and (source.path, source.line) != (finding.place.path, finding.place.span.line):
        physical = {
            "artifactLocation": {"uri": path_uri(source.path), "uriBaseId": "PROJECTROOT"},
            "region": {"startLine": max(source.line, 1)},
        }
        made.append(
            {
                "physicalLocation": physical,
                "message": {"text": plain(f"Comes from {visible(source.symbol)}")},
            }
        )
    if (
        finding.sink
        and finding.activity
        and (finding.sink.path, finding.sink.span) != (finding.place.path, finding.place.span)
    ):
        made.append(location(finding.sink.path, finding.sink.span, note=f"Leaves by {finding.sink_id}"))
    policy = verdict.run.policy_path
    if (
        finding.clause
        and policy.endswith(".toml")
        and not policy.startswith(("/", ".."))
        and ":" not in policy
    ):
        artifact = {"uri": path_uri(policy), "uriBaseId": "PROJECTROOT"}
        made.append(
            {
                "physicalLocation": {"artifactLocation": artifact},
                "message": {"text": plain(f"Policy {verdict.run.policy_id}, clause {finding.clause}")},
            }
        )
    return [{"id": number, **one} for number, one in enumerate(made, start=1)]


def _suppression(finding: Finding) -> dict[str, Any]:
    kind = "inSource" if finding.status == "suppressed" else "external"
    made: dict[str, Any] = {"kind": kind, "status": "accepted"}
    if finding.suppression:
        made["justification"] = visible(finding.suppression)
    return made


def _notification(problem: Problem, index: dict[str, int]) -> dict[str, Any]:
    made: dict[str, Any] = {"level": "error", "message": {"text": plain(visible(problem.message))}}
    if problem.code in index:
        made["associatedRule"] = {"id": problem.code, "index": index[problem.code]}
    if problem.path:
        physical: dict[str, Any] = {
            "artifactLocation": {"uri": path_uri(problem.path), "uriBaseId": "PROJECTROOT"}
        }
        if problem.line:
            physical["region"] = {"startLine": problem.line}
        made["locations"] = [{"physicalLocation": physical}]
    return made
