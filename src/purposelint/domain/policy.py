"""A privacy policy as data: the TOML of `rules/policies`, as values. Every statement cites its clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import msgspec

from purposelint.domain.catalog import Activity, Entry

Answer: TypeAlias = Literal["permitted", "open", "forbidden", "silent"]


class Head(Entry, frozen=True, kw_only=True):
    """The `[policy]` table. What an extending file does not state, it takes over from its base.

    `locked` here and in other tables: whoever extends the file can only tighten what stands there; a locked
    head locks everything in its file, but leaves questions to be decided that are not locked themselves.
    """

    id: str
    title: str
    version: str = "1"
    schema: int = 1
    requires: str = ""
    controller: str = ""
    contact: str = ""
    default: Literal["deny", "allow"] = "deny"
    extends: tuple[str, ...] = ()
    locked: bool = False


class Usual(Entry, frozen=True, kw_only=True):
    """What a purpose is most often declared for: elements (ids, `group.*`, `*`) that are logged or stored.

    Of what is shared also kinds of vendors (`payment`, `mail`). `records` are words in the names of classes
    whose fields are kept for it (`mail` of `QueuedMail`). Only proposals hang on it, never an answer.
    """

    log: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    store: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


class Purpose(Entry, frozen=True, kw_only=True):
    """Why data is processed. `closed`: its permits are a closed list. `includes`: narrower purposes.

    `declarable = false` marks a word that no code may declare (an incident is not a purpose).
    `exception`: it excuses from prohibitions that name it in `unless`. `requires` says what a
    declaration must state after `because`. `usual` says what it is proposed for.
    """

    title: str
    clause: str = ""
    closed: bool = False
    declarable: bool = True
    exception: bool = False
    requires: str = ""
    includes: tuple[str, ...] = ()
    usual: Usual = Usual()
    dpv: tuple[str, ...] = ()
    fides: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    legal_basis: str = ""
    retention: str = ""
    locked: bool = False


class Recipient(Entry, frozen=True, kw_only=True):
    """Who gets data. `vendors` and `hosts` (exact or `*.suffix`) are mapped to it."""

    title: str = ""
    clause: str = ""
    vendors: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    dpv: tuple[str, ...] = ()
    country: str = ""
    safeguard: str = ""
    contract: str = ""
    locked: bool = False


class Permit(Entry, frozen=True, kw_only=True):
    """Elements (ids, `group.*`, `*`, sets, less what starts with `!`) may be used for purposes by recipients.

    Empty activities: all. Purposes `*` with activities `["log"]` alone speaks of logging whatever the
    purpose: it adds to permits that name a purpose and never replaces them (judge.ask).
    """

    elements: tuple[str, ...]
    purposes: tuple[str, ...]
    recipients: tuple[str, ...] = ("self",)
    activities: tuple[Activity, ...] = ()
    clause: str
    implied: bool = False
    requires: str = ""
    note: str = ""
    locked: bool = False


class Forbid(Entry, frozen=True, kw_only=True):
    """Elements may not be used so; `unless` names purposes that lift it. Empty lists mean any."""

    elements: tuple[str, ...]
    purposes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    unless: tuple[str, ...] = ()
    clause: str
    note: str = ""
    locked: bool = False


class Question(Entry, frozen=True, kw_only=True):
    """What the text leaves open: asked of matching flows until a reviewer records a decision.

    `default` is the answer in force meanwhile, in words; a decision needs `by` and `on`. Empty
    lists mean any; a question without any list is about the text alone and asked of no flow. Of a
    locked one, a file that extends this one can only decide that it is forbidden.
    """

    id: str
    text: str
    clause: str
    elements: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    default: str = ""
    decision: Literal["", "permit", "forbid"] = ""
    by: str = ""
    on: str = ""
    review_by: str = ""
    locked: bool = False


class Clause(Entry, frozen=True, kw_only=True):
    """A clause of the text that the policy was read from, known by a hash: the text itself stays outside."""

    sha256: str


class PolicyFile(Entry, frozen=True, kw_only=True):
    """A policy's TOML, table for table."""

    policy: Head
    mentions: tuple[str, ...] = ()
    """Elements the policy names without permitting anything of its own (ids, `group.*`, `*`, sets)."""
    sets: Mapping[str, tuple[str, ...]] = {}
    """Names (without a dot) for lists of elements, usable wherever elements are listed."""
    purposes: Mapping[str, Purpose] = {}
    recipients: Mapping[str, Recipient] = {}
    clauses: Mapping[str, Clause] = {}
    permit: tuple[Permit, ...] = ()
    forbid: tuple[Forbid, ...] = ()
    question: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """A policy in force: elements of its rules expanded against the catalogue to plain ids.

    Rules stand in the order of their files, base first. `named` are the elements it speaks of (a `*`
    of a permit or mention counts, a `*` of a prohibition or question does not). `path` is where it
    was read from, relative to the project when inside it, `rules/policies/...` for one that ships.
    """

    head: Head
    path: str
    digest: str
    purposes: Mapping[str, Purpose]
    recipients: Mapping[str, Recipient]
    permits: tuple[Permit, ...]
    forbids: tuple[Forbid, ...]
    questions: tuple[Question, ...]
    named: frozenset[str]
    named_exactly: frozenset[str]
    """Elements named by id or by `group.*`, not by `*`: low sensitivity is reported for these alone."""
    clauses: Mapping[str, Clause] = field(default_factory=dict)


class Ruling(msgspec.Struct, frozen=True):
    """What a policy answers: `clause` and `why` (one sentence) always say where it comes from."""

    answer: Answer
    clause: str
    why: str
    requires: str = ""


def cited(clauses: str) -> tuple[str, ...]:
    """The single clauses of a citation such as `1.3, 1.4`."""
    return tuple(part.strip() for part in clauses.split(",") if part.strip())
