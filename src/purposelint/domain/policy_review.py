"""What a reviewer is told of a policy: its gaps, its clauses beside the text, its difference from another."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from purposelint.domain.catalog import Activity
from purposelint.domain.policy import Ruling

GapKind: TypeAlias = Literal[
    "unpermitted-purpose",
    "unmentioned-element",
    "open-question",
    "overdue-decision",
    "overdue-declaration",
    "decision-ahead",
    "declaration-ahead",
    "unmapped-recipient",
    "uncited-statement",
    "clause-not-in-text",
]
ClauseState: TypeAlias = Literal["same", "changed", "moved", "missing", "new"]
ChangeKind: TypeAlias = Literal["stricter", "looser", "clause", "condition", "added", "removed"]


class Gap(msgspec.Struct, frozen=True):
    """Something a policy leaves undone: `name` is the purpose, element, question or recipient it is about."""

    kind: GapKind
    name: str
    told: str
    clause: str = ""


class Citation(msgspec.Struct, frozen=True):
    """A clause that a policy cites, and how many of its statements of each kind do."""

    clause: str
    counts: tuple[tuple[str, int], ...]


class ClauseCheck(msgspec.Struct, frozen=True):
    """A clause of the policy beside the text: `now` is the number under which its words stand now."""

    clause: str
    state: ClauseState
    now: str = ""
    statements: tuple[str, ...] = ()
    """Keys of what cites the clause, or the clause around it: what a reviewer has to read again."""


class Review(msgspec.Struct, frozen=True):
    """All that can be told of a policy without mistakes; `clauses` is None where no text was given.

    `unknown` tells of words in `[[declare]]` tables that the policy lacks.
    """

    policy: str
    title: str
    version: str
    path: str
    gaps: tuple[Gap, ...]
    citations: tuple[Citation, ...]
    clauses: tuple[ClauseCheck, ...] | None = None
    source: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def unlike(self) -> tuple[ClauseCheck, ...]:
        """Clauses whose hash does not match the text."""
        return tuple(each for each in self.clauses or () if each.state != "same")


class Change(msgspec.Struct, frozen=True):
    """One answer that changed, for every combination of the lists; None where a policy lacks the words."""

    kind: ChangeKind
    was: Ruling | None
    now: Ruling | None
    elements: tuple[str, ...]
    purposes: tuple[str, ...]
    recipients: tuple[str, ...]
    activities: tuple[Activity, ...]


class Difference(msgspec.Struct, frozen=True):
    """What became of a policy: `facts` are (what, how it changed) of everything that is no answer."""

    old: str
    new: str
    elements: tuple[str, ...]
    """Every element that was asked about."""
    changes: tuple[Change, ...]
    facts: tuple[tuple[str, str], ...]
