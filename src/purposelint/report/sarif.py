"""SARIF 2.1.0, as code scanners want it: every code a rule, every flow a code flow, the same each run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from purposelint.domain.policy import cited
from purposelint.domain.verdict import Finding, Problem, Verdict
from purposelint.report.escaping import visible
from purposelint.report.json_contract import dump, run_record
from purposelint.report.look import PLAIN, Look
from purposelint.report.remedies import remedy_of
from purposelint.report.repository import shown_at
from purposelint.report.sarif_limits import RELATED, kept, left_out
from purposelint.report.sarif_places import ROOT, Locations, fingerprints, plain, region
from purposelint.report.sarif_rules import rule
from purposelint.report.sarif_taxa import Taxa
from purposelint.report.unrecognised import unrecognised_sentence

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_RANKS = {"high": 90, "medium": 60, "low": 30}
_NAMED = 20
"""Functions of which a notification names so many."""


def sarif(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render a verdict as a SARIF log of one run; suppressed and baselined findings carry a suppression."""
    del look
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(verdict)]})


def _run(verdict: Verdict) -> dict[str, Any]:
    codes = sorted(verdict.codes, key=lambda code: code.code)
    index = {code.code: number for number, code in enumerate(codes)}
    shown = kept(verdict)
    taxa = Taxa(verdict.terms, shown)
    # Code scanning keeps alerts apart by this: services of one repository must not close each other's.
    where = verdict.run.folder or verdict.run.project or "project"
    return {
        "tool": {
            "driver": {
                "name": "purposelint",
                "semanticVersion": verdict.run.tool,
                "rules": [rule(code) for code in codes],
                **({"supportedTaxonomies": taxa.references} if taxa.references else {}),
            }
        },
        **({"taxonomies": taxa.taxonomies} if taxa.taxonomies else {}),
        "automationDetails": {"id": f"purposelint/{visible(where)}/"},
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "The top of the repository; of a project in none, its root."}}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not (verdict.problems or verdict.faults),
                "toolExecutionNotifications": list(_notifications(verdict, shown, index)),
            }
        ],
        "results": [_result(finding, index, verdict, taxa) for finding in shown],
        "properties": {"run": run_record(verdict.run)},
    }


def _result(finding: Finding, index: dict[str, int], verdict: Verdict, taxa: Taxa) -> dict[str, Any]:
    locations = Locations(verdict.run)
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding, verdict.run.policy_path)},
        "locations": [_main_location(finding, locations)],
        "partialFingerprints": fingerprints(finding, verdict),
        "rank": _RANKS[finding.confidence],
    }
    related = list(_related(finding, verdict, locations))[:RELATED]
    if related:
        result["relatedLocations"] = [{"id": number, **one} for number, one in enumerate(related, start=1)]
    if finding.activity:
        result["codeFlows"] = [locations.code_flow(finding)]
    terms = taxa.of(finding)
    if terms:
        result["taxa"] = terms
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
    said = finding.message.rstrip()
    parts = [said if said.endswith((".", "?", "!")) else f"{said}."]
    if finding.clause:
        parts.append(f"Clause {finding.clause}.")
    if finding.remedy:
        parts.append(f"Help: {remedy_of(finding, policy)}")
    return plain(" ".join(parts))


def _main_location(finding: Finding, locations: Locations) -> dict[str, Any]:
    """The data's span where there is one, the call around it as context."""
    at = shown_at(finding)
    made = locations.at(at, symbol=finding.place.symbol)
    if at != finding.place:
        made["physicalLocation"]["contextRegion"] = region(finding.place.span)
    return made


def _related(finding: Finding, verdict: Verdict, locations: Locations) -> Iterator[dict[str, Any]]:
    """Where the data is made, where it leaves, what is declared, and which clause says so."""
    here = finding.place
    source, sink = finding.source, finding.sink
    if source and source.path and (source.path, source.line) != (here.path, here.span.line):
        physical = locations.physical(source.path, {"startLine": max(source.line, 1)})
        yield {"physicalLocation": physical, "message": {"text": plain(f"Comes from {source.symbol}")}}
    if sink and finding.activity and (sink.path, sink.span) != (here.path, here.span):
        yield locations.at(sink, note=f"Leaves by {finding.sink_id}")
    for data in finding.also:
        yield locations.at(data, note=f"The same {finding.element} is in this argument too")
    for hop in finding.declared:
        if hop.place.path:
            yield locations.at(hop.place, note=f"{hop.note[:1].upper()}{hop.note[1:]}")
    yield from _clauses(finding, verdict, locations)


def _clauses(finding: Finding, verdict: Verdict, locations: Locations) -> Iterator[dict[str, Any]]:
    """The clauses in the policy's file, if it is the project's own."""
    run = verdict.run
    is_own = run.policy_path.endswith(".toml") and not run.policy_path.startswith(("/", ".."))
    if not finding.clause or not is_own or ":" in run.policy_path:
        return
    clauses = cited(finding.clause)
    told = [(clause, run.clause_lines[clause]) for clause in clauses if clause in run.clause_lines]
    for clause, line in told or [(finding.clause, 0)]:
        physical = locations.physical(run.policy_path, {"startLine": line} if line else None)
        said = plain(f"Policy {run.policy_id}, clause {clause}")
        yield {"physicalLocation": physical, "message": {"text": said}}


def _suppression(finding: Finding) -> dict[str, Any]:
    kind = "inSource" if finding.status == "suppressed" else "external"
    made: dict[str, Any] = {"kind": kind, "status": "accepted"}
    if finding.suppression:
        made["justification"] = visible(finding.suppression)
    return made


def _notifications(
    verdict: Verdict, shown: Sequence[Finding], index: dict[str, int]
) -> Iterator[dict[str, Any]]:
    """What was not analysed, what was analysed in part, and what this log leaves out."""
    locations = Locations(verdict.run)
    yield from (_problem(problem, index, locations) for problem in verdict.problems)
    for fault in verdict.faults:
        yield _note("error", f"Not followed by a fault of purposelint: {fault}")
    if verdict.limits:
        named = ", ".join(verdict.limits[:_NAMED]) + (" ..." if len(verdict.limits) > _NAMED else "")
        yield _note("note", f"Analysis cut short in {len(verdict.limits)} functions: {named}")
    if told := unrecognised_sentence(verdict.unrecognised):
        yield _note("note", told)
    yield from (_note("warning", said) for said in left_out(verdict, shown))


def _note(level: str, said: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": plain(said)}}


def _problem(problem: Problem, index: dict[str, int], locations: Locations) -> dict[str, Any]:
    made = _note("error", problem.message)
    if problem.code in index:
        made["associatedRule"] = {"id": problem.code, "index": index[problem.code]}
    if problem.path:
        where = {"startLine": problem.line} if problem.line else None
        made["locations"] = [{"physicalLocation": locations.physical(problem.path, where)}]
    return made
