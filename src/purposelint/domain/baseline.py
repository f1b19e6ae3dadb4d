"""Findings that were there before: accepted once, by their fingerprints, so that only new ones are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from purposelint.domain.catalog import Confidence, Entry, Sensitivity

FILE = ".purposelint-baseline.json"
"""Its name, at the project's root."""

VERSION = 1

Cause: TypeAlias = Literal["rules", "policy"]
"""Why a finding may be new though no code has changed: what purposelint knows has, or the policy."""


class Accepted(Entry, frozen=True, kw_only=True, order=True):
    """One finding that was there. Its fingerprint is what counts; the rest tells people which it was.

    `through` are the other files on the data's way, None where whoever wrote the entry did not say.
    """

    path: str
    symbol: str = ""
    code: str
    element: str = ""
    sink: str = ""
    fingerprint: str
    through: tuple[str, ...] | None = None


class Asked(Entry, frozen=True, kw_only=True, rename="kebab"):
    """What the run was asked for: another run may leave findings out without their being mended."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_sensitivity: Sensitivity = "medium"
    min_confidence: Confidence = "low"
    include_tests: bool = False
    preview: bool = False

    def reaches(self, other: Asked) -> bool:
        """Whether a run that was asked for this could find all that one asked for the other found."""
        return self in {other, msgspec.structs.replace(other, preview=True)}


class Uncommitted(Entry, frozen=True, kw_only=True, order=True):
    """A file, or a definition of it by its `name`, that stood elsewhere at the commit."""

    was: str
    now: str
    name: str = ""


class Edited(Entry, frozen=True, kw_only=True, order=True):
    """A file that was not as the commit has it: `text` stands for its content."""

    path: str
    text: str


class Baseline(Entry, frozen=True, kw_only=True):
    """A whole baseline file: `tool`, `rules`, `policy` and `commit` say what it was made from.

    `rules` and `policy` are digests; without the latter nothing is said of a policy that changed. `edited`
    are files that were read otherwise than the commit has them. `names` is the commit at which entries got
    the names that moved code has, '' where none did; `moved` is what had moved since that commit when they
    were written, and was not committed yet.
    """

    version: int
    tool: str
    rules: str
    policy: str = ""
    commit: str = ""
    edited: tuple[Edited, ...] = ()
    names: str = ""
    moved: tuple[Uncommitted, ...] = ()
    asked: Asked = Asked()
    entries: tuple[Accepted, ...] = ()


class Held(msgspec.Struct, frozen=True):
    """What a baseline did in a run.

    `stale` are entries of which nothing is found any more, None where the run could not tell: it was
    narrower than the one that made the baseline, or left out files. `causes` is what changed besides the
    code, None where the baseline says nothing of the policy. `learned` are fingerprints of open findings
    that are new although no code that they go through has changed, each with what may be why. `moved` are
    fingerprints of entries, each with that which its finding has since its code moved. `unknown` is the
    commit from which names would have to be followed, and that is not here.
    """

    path: str
    entries: int
    stale: tuple[Accepted, ...] | None = ()
    learned: Mapping[str, tuple[Cause, ...]] = {}
    causes: tuple[Cause, ...] | None = ()
    moved: Mapping[str, str] = {}
    unknown: str = ""
