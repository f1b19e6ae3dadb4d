"""What one run says: findings, flows, declarations, problems. Reports are pure functions of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import msgspec

from purposelint.domain.baseline import Held
from purposelint.domain.catalog import Activity, Confidence, Sensitivity
from purposelint.domain.dossier import Dossier, Ledger
from purposelint.domain.flows import Hop
from purposelint.domain.links import Links
from purposelint.domain.place import Place, Span
from purposelint.domain.sightings import Evidence
from purposelint.domain.unrecognised import NOTHING_UNRECOGNISED, Unrecognised

Severity: TypeAlias = Literal["error", "warning", "note"]
Status: TypeAlias = Literal["open", "suppressed", "baselined"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class Code(msgspec.Struct, frozen=True):
    """One row of the table of codes: what it means and what to do about it."""

    code: str
    name: str
    severity: Severity
    summary: str
    explanation: str
    remedy: str


NO_PURPOSE = "No purpose can permit it"
"""How the sentence begins that tells of a prohibition which holds whatever a policy says."""


class Source(msgspec.Struct, frozen=True):
    """Where a finding's data comes from; `parameter` is the name of the one that brings it, '' for none."""

    symbol: str
    path: str
    line: int
    parameter: str = ""


class Finding(msgspec.Struct, frozen=True):
    """What a check reports, about one element of one flow or field, or about one declaration.

    `place` is the place of the call, field or comment; `symbol` inside it is the function, class or
    module around. `data` is the argument that carries the element (None for fields and comments), `also`
    are further ones of the same call that carry the same data.
    `remedy` is the smallest change that mends it, ready to paste. `owner` is the class of a stored
    field. `suppression` is the reason given for a suppressed one. `declared` are the declarations that
    were held against the policy, each with what it says. `text` is what else tells it from its like: words
    of the comment that it is about. `message_at` is where the message of an exception is built that brings
    the data, None where none does.
    """

    code: str
    name: str
    message: str
    place: Place
    severity: Severity
    fingerprint: str = ""
    activity: Activity | None = None
    element: str | None = None
    data: Place | None = None
    also: tuple[Place, ...] = ()
    expr: str = ""
    source: Source | None = None
    sink_id: str = ""
    sink: Place | None = None
    vendor: str | None = None
    host: str = ""
    recipient: str | None = None
    purposes: tuple[str, ...] = ()
    clause: str | None = None
    confidence: Confidence = "high"
    status: Status = "open"
    trace: tuple[Hop, ...] = ()
    remedy: str = ""
    owner: str = ""
    suppression: str = ""
    evidence: tuple[Evidence, ...] = ()
    declared: tuple[Hop, ...] = ()
    text: str = ""
    message_at: Place | None = None


NOT_COUNTED = "The comment there does not count: "
"""Begins the last sentence of a message where a comment means to declare a purpose and has no known word."""


class Judgement(msgspec.Struct, frozen=True):
    """A flow or stored field with what became of it.

    `verdict`: permitted, finding, guarded, quiet (of low sensitivity and not named by the policy,
    under the confidence asked for, switched off, or declared not personal). `why` in one line. It
    repeats the finding's fields so that the JSON reads alike; code and name are '' where nothing is
    wrong. Several flows may share a finding: they bear its fingerprint, each with its own source.
    """

    verdict: str
    why: str
    finding: Finding


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What `judge` says: findings of every pile by place and code, and what became of every case."""

    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    ledger: Ledger = field(default_factory=Ledger)
    """Who vouches for what and what silences what, by index of the judgements."""


class Problem(msgspec.Struct, frozen=True, order=True):
    """Something that kept a file or the run from being judged (PUR901, PUR902)."""

    code: str
    path: str
    message: str
    line: int = 0


class RunInfo(msgspec.Struct, frozen=True):
    """What this verdict was made from."""

    tool: str
    rules: str
    policy_id: str
    policy_version: str
    policy_path: str
    policy_digest: str
    commit: str = ""
    dirty: bool = False
    options: Mapping[str, object] = {}
    project: str = ""
    """Name of the project root, for formats that tell several projects' runs apart."""
    folder: str = ""
    """Where the project lies in its repository, '' at the root: code hosts count paths from there."""
    clause_lines: Mapping[str, int] = {}
    """Line of the policy's file that first cites a clause; empty for a policy outside of the project."""


class FileCounts(msgspec.Struct, frozen=True):
    """How many files were found, analysed, unreadable; `tests` are files of tests left out."""

    discovered: int = 0
    analysed: int = 0
    unreadable: int = 0
    tests: int = 0


class Terms(msgspec.Struct, frozen=True):
    """Terms of one release of the Data Privacy Vocabulary: by element (its extension `pd`) and by purpose."""

    version: str
    elements: Mapping[str, tuple[str, ...]] = {}
    purposes: Mapping[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """All of one run. `findings` keeps every pile (see `Finding.status`), sorted by place and code.

    `excerpts` maps (path, line) to the source line, for the lines that reports show.
    """

    run: RunInfo
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    files: FileCounts
    problems: tuple[Problem, ...]
    sensitivity: Mapping[str, Sensitivity] = field(default_factory=dict)
    terms: Terms | None = None
    excerpts: Mapping[tuple[str, int], str] = field(default_factory=dict)
    line_hashes: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """(path, line) to the hash by which code scanning knows the line again, where findings stand."""
    counts: Mapping[str, int] = field(default_factory=dict)
    limits: tuple[str, ...] = ()
    """Functions whose analysis met a bound: a flow may be missing there."""
    faults: tuple[str, ...] = ()
    """Functions at which purposelint itself failed, each with what was raised and where."""
    unrecognised: Unrecognised = NOTHING_UNRECOGNISED
    """Packages without rules whose calls get personal data, and vendors whose calls no rule knows."""
    codes: tuple[Code, ...] = ()
    """The whole table of codes, in order: formats that name every rule, not only those that fired."""
    baseline: Held | None = None
    """What the project's baseline did, where there is one and it counts."""
    since: str = ""
    """The revision that a change is told against, where only what the change caused is told."""
    before: int = 0
    """Open findings that are left out because that revision had them."""
    dossier: Dossier | None = None
    """What the report for reviewers shows besides; None where nobody asked for it."""
    links: Links | None = None
    """Where lines can be looked at; None where nobody asked, or where that is not known."""


def span_fields(span: Span) -> dict[str, int]:
    """A span as the four keys that JSON output uses."""
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
