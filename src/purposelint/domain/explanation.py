"""Answers to "why": what was made of one line, and what a policy says of a combination."""

from __future__ import annotations

import msgspec

from purposelint.domain.catalog import Activity, Confidence
from purposelint.domain.flows import Guarding, SinkCall
from purposelint.domain.policy import Ruling
from purposelint.domain.sightings import Evidence
from purposelint.domain.verdict import Finding, Judgement, Problem


class Considered(msgspec.Struct, frozen=True):
    """One name on a line and what it was taken for.

    `element` is '' for a name that was considered and dropped; `evidence` has the reasons either way.
    """

    kind: str
    name: str
    element: str = ""
    confidence: Confidence = "high"
    evidence: tuple[Evidence, ...] = ()


class Explanation(msgspec.Struct, frozen=True):
    """Everything a run knows about one line: its names, guards and problems, its flows and findings."""

    path: str
    line: int
    text: str
    considered: tuple[Considered, ...] = ()
    unremarkable: tuple[str, ...] = ()
    """Names on the line that nothing spoke for."""
    judgements: tuple[Judgement, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    guardings: tuple[Guarding, ...] = ()
    cut_short: tuple[str, ...] = ()
    """Functions around the line whose analysis met a bound."""
    sinks: tuple[SinkCall, ...] = ()
    """Calls on the line that are sinks, with or without personal data."""
    called: tuple[str, ...] = ()
    """Names on the line that are only called, and of which nothing spoke for personal data."""
    strict_callers: bool = False
    """Whether each caller of a helper has to declare a purpose of its own."""


class Answered(msgspec.Struct, frozen=True):
    """One question put to a policy, with its answer."""

    element: str
    purpose: str
    recipient: str
    activity: Activity
    ruling: Ruling
    permitted: tuple[str, ...] = ()
    """Purposes that the policy permits in place of the one asked about, where a single one is asked."""
