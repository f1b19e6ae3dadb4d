"""Many findings that one comment may end: at a field whose name may mislead, or in a helper."""

from __future__ import annotations

from collections import Counter

from purposelint.domain.verdict import Source, Verdict
from purposelint.report.grouping import open_findings
from purposelint.report.look import Line, Look
from purposelint.report.prose import wrapped
from purposelint.report.remedies import WITHOUT_PURPOSE
from purposelint.report.shared_sinks import is_handed_on, shared_sinks

_MANY = 5
_SHOWN = 3
_WORDS = "what it is instead"


def one_source_lines(verdict: Verdict, look: Look) -> list[Line]:
    """A sentence for each field that many uncertain findings come from, the most first."""
    counted = Counter(
        finding.source
        for finding in open_findings(verdict)
        if finding.confidence != "high" and finding.source is not None and finding.source.path
    )
    lines: list[Line] = []
    for source, count in counted.most_common(_SHOWN):
        if count >= _MANY:
            field = ".".join(source.symbol.split(".")[-2:])
            where = f"{count} findings come from {field} ({source.path}:{source.line})."
            lines += wrapped(f"{where} If that is no personal data, say so there: {denial_of(source)}", look)
    return lines


def denial_of(source: Source) -> str:
    """Comment that says it is no personal data; of a parameter by name, as others may share its line."""
    which = f"({source.parameter})" if source.parameter else ""
    return f"# not-personal{which}: {_WORDS}"


def one_helper_lines(verdict: Verdict, look: Look) -> list[Line]:
    """A sentence for each helper through which many findings without a purpose leave, the most first.

    None for a line that is told in place of its callers.
    """
    found = open_findings(verdict)
    shared = () if look.verbose else shared_sinks(found, verdict)
    elsewhere = {id(one) for each in shared for one in each.findings}
    counted = Counter(
        (finding.sink.symbol, finding.sink.path, finding.sink.span.line)
        for finding in found
        if finding.code in WITHOUT_PURPOSE and finding.sink is not None and is_handed_on(finding)
        if id(finding) not in elsewhere
    )
    if verdict.run.options.get("strict-callers"):  # then each caller declares its own
        return []
    lines: list[Line] = []
    for (symbol, path, line), count in counted.most_common(_SHOWN):
        if count >= _MANY:
            where = f"{count} findings go through {'.'.join(symbol.split('.')[-2:])} ({path}:{line})."
            told = "Leave it out there, or, if all are for one purpose, declare it there: it covers them."
            lines += wrapped(f"{where} {told}", look)
    return lines
