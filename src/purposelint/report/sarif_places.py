"""SARIF's locations, code flows and fingerprints."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import quote

from purposelint.domain.place import Span
from purposelint.domain.verdict import Finding
from purposelint.report.escaping import visible

_HOPS = 1000
"""Code scanners show so many steps of a flow."""


def path_uri(path: str) -> str:
    """A project-relative path as a percent-encoded URI reference; undecodable bytes stay what they are."""
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "surrogatepass")
    return quote(raw, safe="/")


def plain(text: str) -> str:
    """Text in which no embedded link can hide: SARIF reads `[words](target)` as one."""
    return text.replace("](", "] (")


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


def location(path: str, span: Span, *, symbol: str = "", note: str = "") -> dict[str, Any]:
    """A SARIF location, with the symbol around it and a note where given."""
    made: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": path_uri(path), "uriBaseId": "PROJECTROOT"},
            "region": region(span),
        }
    }
    if symbol:
        made["logicalLocations"] = [{"fullyQualifiedName": visible(symbol)}]
    if note:
        made["message"] = {"text": plain(visible(note))}
    return made


def code_flow(finding: Finding) -> dict[str, Any]:
    """The path of the data, source first; a finding without hops is a flow of one step."""
    hops = [
        location(hop.place.path, hop.place.span, note=hop.note) for hop in finding.trace if hop.place.path
    ][:_HOPS]
    if not hops:
        hops = [location(finding.place.path, finding.place.span, note=finding.message)]
    last = len(hops) - 1
    steps = [
        {"location": hop, "importance": "essential" if number in {0, last} else "important"}
        for number, hop in enumerate(hops)
    ]
    return {"threadFlows": [{"locations": steps}]}


def fingerprints(finding: Finding) -> dict[str, str]:
    """Our own fingerprint, and the one key that code scanning reads, made of it: moved lines keep both."""
    own = finding.fingerprint or "/".join(
        (finding.code, finding.element or "", finding.place.path, finding.place.symbol, finding.sink_id)
    )
    short = hashlib.sha256(own.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    return {"primaryLocationLineHash": f"{short}:1", "purposelint/v1": visible(own)}
