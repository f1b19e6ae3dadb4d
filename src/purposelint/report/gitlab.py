"""GitLab's Code Quality report: what a merge request shows as new and as resolved."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from purposelint.domain.verdict import Finding, Problem, Verdict
from purposelint.report.escaping import shorten, visible
from purposelint.report.grouping import doubt_of, open_findings
from purposelint.report.json_contract import dump
from purposelint.report.look import PLAIN, Look
from purposelint.report.remedies import remedy_of
from purposelint.report.repository import from_repository, shown_at

_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}
"""Ours -> GitLab's; `blocker` is left to what nothing may be merged with: files that were not analysed."""

_NO_FILE = "."
"""Where what is of no file stands: the format asks for a path."""

_LONGEST = 1000


def gitlab(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render open findings and problems as a list of issues, each with a fingerprint of its own.

    GitLab shows one of several issues with the same fingerprint, also of several reports of a pipeline;
    ours know no line, so an issue that has moved is the same one.
    """
    del look
    issues = [_problem(one, verdict) for one in verdict.problems]
    issues += [_finding(one, verdict) for one in open_findings(verdict)]
    seen: Counter[str] = Counter()
    for issue in issues:
        own = "\0".join((verdict.run.folder, issue["fingerprint"]))
        seen[own] += 1
        issue["fingerprint"] = _digest(f"{own}\0{seen[own]}")
    return dump(issues)


def _finding(finding: Finding, verdict: Verdict) -> dict[str, Any]:
    at = shown_at(finding)
    doubt = doubt_of(finding)
    said = f"{finding.code} {finding.name}: {finding.message}" + (f" ({doubt})" if doubt else "")
    remedy = " ".join(remedy_of(finding, verdict.run.policy_path).split("\n"))
    own = finding.fingerprint or "\0".join(
        (finding.code, at.path, at.symbol, finding.element or "", finding.sink_id)
    )
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": _text(f"{said.rstrip('.')}. Help: {remedy}" if remedy else said),
        "categories": ["Security"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": own,
        "location": {
            "path": _text(from_repository(at.path, verdict.run)),
            "lines": {
                "begin": max(at.span.line, 1),
                "end": max(at.span.end_line, at.span.line, 1),
            },
        },
    }


def _problem(problem: Problem, verdict: Verdict) -> dict[str, Any]:
    path = from_repository(problem.path, verdict.run) if problem.path else verdict.run.folder or _NO_FILE
    line = max(problem.line, 1)
    return {
        "type": "issue",
        "check_name": problem.code,
        "description": _text(f"{problem.code}: {problem.message}"),
        "categories": ["Security"],
        "severity": "blocker",
        "fingerprint": f"{problem.code}\0{problem.path}",
        "location": {"path": _text(path), "lines": {"begin": line, "end": line}},
    }


def _text(text: str) -> str:
    return shorten(visible(text), _LONGEST)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
