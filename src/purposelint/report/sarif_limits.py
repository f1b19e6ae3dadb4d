"""What code scanning takes of a SARIF log, and what is left out so that it takes the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from purposelint.domain.verdict import Finding, Verdict
from purposelint.report.grouping import open_findings, ranked

RESULTS = 25_000
"""Results of one run; a log with more is refused as a whole."""

STEPS = 1_000
"""Steps of one flow that are shown; ten times as many would be taken."""

RELATED = 100
"""Locations of one result that are shown, the main one besides."""

TAGS = 20
DESCRIPTION = 1_024
NAME = 255
"""Tags of a rule, characters of its descriptions and of its name."""

LONGEST = 4_000
"""Characters of a message: no limit is told, and a name may be as long as its file."""

_Item = TypeVar("_Item")


def kept(verdict: Verdict) -> tuple[Finding, ...]:
    """As many findings as are taken, in their order: the worst open ones first, then what is silenced."""
    if len(verdict.findings) <= RESULTS:
        return verdict.findings
    silenced = (finding for finding in verdict.findings if finding.status != "open")
    best = [*ranked(open_findings(verdict)), *ranked(silenced)][:RESULTS]
    left = Counter(map(id, best))
    return tuple(finding for finding in verdict.findings if _taken(left, id(finding)))


def _taken(left: Counter[int], key: int) -> bool:
    left[key] -= 1
    return left[key] >= 0


def middle_out(steps: tuple[_Item, ...]) -> tuple[_Item, ...]:
    """At most as many steps as are shown: where the data comes from and where it goes."""
    if len(steps) <= STEPS:
        return steps
    return (*steps[: STEPS // 2], *steps[-(STEPS - STEPS // 2) :])


def left_out(verdict: Verdict, shown: Iterable[Finding]) -> Iterator[str]:
    """What a reader of the log must know that it does not hold."""
    results = tuple(shown)
    missing = len(verdict.findings) - len(results)
    if missing:
        yield f"{missing} findings are left out: code scanning takes {RESULTS} results of one run."
    long = sum(len(finding.trace) > STEPS for finding in results)
    if long:
        yield f"The paths of {long} findings have more than {STEPS} steps: those in the middle are left out."
