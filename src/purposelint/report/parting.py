"""A verdict in parts, one for each file, element, sink or purpose: what a reader goes through one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from purposelint.domain.verdict import SEVERITIES, Finding, Severity, Verdict
from purposelint.report.grouping import open_findings

_ABOUT_COMMENTS = "declarations and suppressions"


def _file(finding: Finding) -> str:
    return finding.place.path


def _element(finding: Finding) -> str:
    return finding.element or _ABOUT_COMMENTS


def _sink(finding: Finding) -> str:
    """Who is sent it, the model that stores it, or the log."""
    if finding.activity is None:
        return _ABOUT_COMMENTS
    if finding.activity == "log":
        return "logs"
    if finding.activity == "store":
        return f"stored: {finding.owner or finding.sink_id}"
    return f"sent: {finding.vendor or finding.host or finding.sink_id}"


def _purpose(finding: Finding) -> str:
    if finding.activity is None:
        return _ABOUT_COMMENTS
    return ", ".join(finding.purposes) or "no declared purpose"


KEYS: Mapping[str, Callable[[Finding], str]] = {
    "file": _file,
    "element": _element,
    "sink": _sink,
    "purpose": _purpose,
}
"""What findings can be gone through by."""


def parts(verdict: Verdict, key: str) -> Iterator[tuple[str, Verdict]]:
    """Each part by its name, the verdict as if it had found nothing else: worst first, then the largest."""
    name_of = KEYS[key]
    found: dict[str, list[Finding]] = {}
    for finding in open_findings(verdict):
        found.setdefault(name_of(finding), []).append(finding)
    for name in sorted(found, key=lambda name: (_rank(found[name]), name)):
        judgements = tuple(one for one in verdict.judgements if name_of(one.finding) == name)
        yield name, replace(verdict, findings=tuple(found[name]), judgements=judgements)


def _rank(findings: list[Finding]) -> tuple[int, int]:
    worst = min(SEVERITIES.index(one.severity) for one in findings)
    return worst, -sum(SEVERITIES.index(one.severity) == worst for one in findings)


def counted(verdict: Verdict) -> tuple[tuple[Severity, int], ...]:
    """How many findings of each severity a part has, worst first."""
    numbers = Counter(one.severity for one in verdict.findings)
    return tuple((severity, numbers[severity]) for severity in SEVERITIES if numbers[severity])
