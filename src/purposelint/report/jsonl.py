"""A finding a line: the records of `json` for grep, jq and whatever reads a stream."""

from __future__ import annotations

from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import Finding, Problem, Verdict
from purposelint.report.grouping import open_findings
from purposelint.report.json_contract import dump, finding_record
from purposelint.report.look import PLAIN, Look


def jsonl(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render each open finding and each problem as one line of JSON, with the keys that `json` gives it.

    No line tells of the run: whoever reads lines takes each for a finding.
    """
    del look
    names = {code.code: code.name for code in verdict.codes}
    found = [
        *open_findings(verdict),
        *(_as_finding(one, names.get(one.code, "")) for one in verdict.problems),
    ]
    return "".join(dump(finding_record(one), indent=None) for one in found)


def _as_finding(problem: Problem, name: str) -> Finding:
    """A problem told as a finding: something that keeps the run from being trusted."""
    line = max(problem.line, 1)
    return Finding(
        problem.code, name, problem.message, Place(problem.path, Span(line, 1, line, 1)), severity="error"
    )
