"""One line a finding: for editors, grep and eyes in a hurry."""

from __future__ import annotations

from purposelint.domain.verdict import NO_PURPOSE, Finding, Verdict
from purposelint.report.escaping import visible
from purposelint.report.grouping import doubt_of, open_findings
from purposelint.report.look import PLAIN, Line, Look, paint


def concise(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render `path:line:column: CODE name [severity] message` a finding, by place; then what was not read."""
    lines: list[Line] = []
    for finding in open_findings(verdict):
        span = finding.place.span
        lines.append(
            [
                (f"{visible(finding.place.path)}:{span.line}:{span.column}: ", "place"),
                (finding.code, finding.severity),
                (f" {finding.name} ", ""),
                (f"[{', '.join(filter(None, (finding.severity, doubt_of(finding))))}]", finding.severity),
                (f" {visible(_brief(finding))}", ""),
            ]
        )
    names = {code.code: code.name for code in verdict.codes}
    for problem in verdict.problems:
        words = (problem.code, names.get(problem.code, ""), "[error]", visible(problem.message))
        told = " ".join(filter(None, words))
        where = f"{visible(problem.path)}:{max(problem.line, 1)}:1: " if problem.path else ""
        lines.append([(where, "place"), (told, "error")])
    lines += [
        [(f"not followed by a fault of purposelint: {visible(one)}", "error")] for one in verdict.faults
    ]
    return paint(lines, look)


def _brief(finding: Finding) -> str:
    """The message; of what nothing permits the clause alone, whose words would stand in many lines."""
    told, never, _ = finding.message.partition(NO_PURPOSE)
    if not never:
        return told
    return f"{told}{never} ({finding.clause})" if finding.clause else f"{told}{never}"
