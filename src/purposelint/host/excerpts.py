"""Source lines that reports show: read from the files again, and masked."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from purposelint.domain.facts import SourceFile, Unreadable
from purposelint.domain.masking import masked
from purposelint.domain.verdict import Finding
from purposelint.host.reading import read

_CALL_LINES = 400
"""No more lines of one call are kept for its excerpt."""

_SINK_LINES = 6
"""No more lines are kept of the call by which a helper lets data go."""


def excerpts_of(
    root: Path, findings: Iterable[Finding], unsaved: Iterable[SourceFile] = (), *, silenced: bool = False
) -> dict[tuple[str, int], str]:
    """Source lines that reports of open findings show, read again from the files; `silenced`: of all.

    Of files that are `unsaved` the lines are those given.
    """
    given = {one.path: one for one in unsaved}
    wanted: dict[str, set[int]] = {}
    for finding in findings:
        if finding.status != "open" and not silenced:
            continue
        span = finding.place.span
        lines = wanted.setdefault(finding.place.path, set())
        lines.update(range(span.line, min(span.end_line, span.line + _CALL_LINES) + 1))
        if finding.sink is not None and finding.sink.path:
            sink = finding.sink.span
            of_sink = range(sink.line, min(sink.end_line + 1, sink.line + _SINK_LINES))
            wanted.setdefault(finding.sink.path, set()).update(of_sink)
        for place in (finding.data, *finding.also, *(hop.place for hop in finding.trace)):
            if place is not None and place.path:
                wanted.setdefault(place.path, set()).add(place.span.line)
    return {
        (path, line): text
        for path in sorted(wanted)
        for line, text in lines_of(given.get(path) or read(root, path), wanted[path]).items()
    }


def lines_of(source: SourceFile | Unreadable, wanted: AbstractSet[int]) -> dict[int, str]:
    """Some lines of a source file, decoded as Python decodes it, masked; none of a file that is gone."""
    if isinstance(source, Unreadable):
        return {}
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source.data).readline)
    except SyntaxError:
        return {}
    rows = io.TextIOWrapper(io.BytesIO(source.data), encoding, errors="replace")
    return {number: masked(row.rstrip("\n")) for number, row in enumerate(rows, start=1) if number in wanted}
