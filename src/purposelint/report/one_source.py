"""Many findings that one comment may end: at a field whose name may mislead, or in a helper."""

from __future__ import annotations

from collections import Counter

from purposelint.domain.verdict import Finding, Verdict
from purposelint.report.grouping import open_findings
from purposelint.report.look import Line, Look
from purposelint.report.prose import wrapped

_MANY = 5
_SHOWN = 3
_UNDECLARED = ("PUR101", "PUR201", "PUR301")
_COMMENT = "# not-personal: what it is instead"


def one_source_lines(verdict: Verdict, look: Look) -> list[Line]:
    """A sentence for each field that many uncertain findings come from, the most first."""
    counted = Counter(
        (finding.source.symbol, finding.source.path, finding.source.line)
        for finding in open_findings(verdict)
        if finding.confidence != "high" and finding.source is not None and finding.source.path
    )
    lines: list[Line] = []
    for (symbol, path, line), count in counted.most_common(_SHOWN):
        if count >= _MANY:
            field = ".".join(symbol.split(".")[-2:])
            where = f"{count} findings come from {field} ({path}:{line})."
            lines += wrapped(f"{where} If that is no personal data, say so there: {_COMMENT}", look)
    return lines


def one_helper_lines(verdict: Verdict, look: Look) -> list[Line]:
    """A sentence for each helper through which many findings without a purpose leave, the most first."""
    counted = Counter(
        (finding.sink.symbol, finding.sink.path, finding.sink.span.line)
        for finding in open_findings(verdict)
        if finding.code in _UNDECLARED and finding.sink is not None and _is_handed_on(finding)
    )
    if verdict.run.options.get("strict-callers"):  # then each caller declares its own
        return []
    lines: list[Line] = []
    for (symbol, path, line), count in counted.most_common(_SHOWN):
        if count >= _MANY:
            where = f"{count} findings go through {'.'.join(symbol.split('.')[-2:])} ({path}:{line})."
            lines += wrapped(f"{where} If all are for one purpose, declare it there: it covers them.", look)
    return lines


def _is_handed_on(finding: Finding) -> bool:
    """Whether a helper lets the data go, which stands elsewhere."""
    sink, place = finding.sink, finding.place
    return sink is not None and bool(sink.path) and (sink.path, sink.span) != (place.path, place.span)
