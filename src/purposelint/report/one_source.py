"""Many findings that rest on one field whose name may mislead: a single comment there may end them all."""

from __future__ import annotations

from collections import Counter

from purposelint.domain.verdict import Verdict
from purposelint.report.grouping import open_findings
from purposelint.report.look import Line, Look
from purposelint.report.prose import wrapped

_MANY = 5
_SHOWN = 3
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
