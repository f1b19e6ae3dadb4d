"""SARIF's locations, code flows and fingerprints."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import quote

from purposelint.domain.flows import Hop
from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import Finding, RunInfo, Verdict
from purposelint.report.escaping import shorten, visible
from purposelint.report.repository import from_repository, shown_at
from purposelint.report.sarif_limits import LONGEST, middle_out

ROOT = "%SRCROOT%"
"""What paths are relative to: the top of the repository."""


def path_uri(path: str) -> str:
    """A relative path as a percent-encoded URI reference; undecodable bytes stay what they are."""
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "surrogatepass")
    return quote(raw, safe="/")


def plain(text: str) -> str:
    """Text in which no embedded link can hide: SARIF reads `[words](target)` as one."""
    return shorten(visible(text), LONGEST).replace("](", "] (")


def region(span: Span) -> dict[str, int]:
    """A span as a SARIF region: 1-based, the end column exclusive."""
    start_line, start_column = max(span.line, 1), max(span.column, 1)
    end_line = max(span.end_line, start_line)
    floor = start_column if end_line == start_line else 1
    return {
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": max(span.end_column, floor),
    }


class Locations(NamedTuple):
    """Makes the locations of one run."""

    run: RunInfo

    def physical(self, path: str, where: dict[str, int] | None = None) -> dict[str, Any]:
        """A project-relative path, and a region of it where one is known."""
        uri = path_uri(from_repository(path, self.run))
        made: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": ROOT}}
        return {**made, "region": where} if where else made

    def at(self, place: Place, *, symbol: str = "", note: str = "") -> dict[str, Any]:
        """A SARIF location, with the symbol around it and a note where given."""
        made: dict[str, Any] = {"physicalLocation": self.physical(place.path, region(place.span))}
        if symbol:
            made["logicalLocations"] = [{"fullyQualifiedName": visible(symbol)}]
        if note:
            made["message"] = {"text": plain(note)}
        return made

    def code_flow(self, finding: Finding) -> dict[str, Any]:
        """The path of the data, source first; a finding without hops is a flow of one step."""
        hops: tuple[Hop, ...] = middle_out(tuple(hop for hop in finding.trace if hop.place.path))
        made = [self.at(hop.place, note=hop.note) for hop in hops]
        made = made or [self.at(finding.place, note=finding.message)]
        last = len(made) - 1
        steps = [
            {"location": hop, "importance": "essential" if number in {0, last} else "important"}
            for number, hop in enumerate(made)
        ]
        return {"threadFlows": [{"locations": steps}]}


def fingerprints(finding: Finding, verdict: Verdict) -> dict[str, str]:
    """Our own fingerprint, which knows no line, and the one key that code scanning reads.

    That one is made as code scanning makes it, since its uploader complains of any other; of a line that
    cannot be read it is left out, and the uploader puts it there.
    """
    own = finding.fingerprint or "/".join(
        (finding.code, finding.element or "", finding.place.path, finding.place.symbol, finding.sink_id)
    )
    made = {"purposelint/v1": visible(own)}
    at = shown_at(finding)
    line = verdict.line_hashes.get((at.path, at.span.line))
    return {"primaryLocationLineHash": line, **made} if line else made
