"""Declarations bound to what they speak of: what the checks ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec

from purposelint.domain.place import Place, Span
from purposelint.judge.declarations.directives import Defect, IgnoreRule

Level: TypeAlias = Literal[
    "element", "parameter", "statement", "field", "block", "function", "class", "module", "file"
]
"""How wide a declaration reaches; `file` is a side file's."""


class Node(msgspec.Struct, frozen=True, order=True):
    """What a declaration belongs to: a span of source, or a scope.

    `holder` is the index in the file's facts of the function or class of a scope, or of the function
    whose parameter it is; -1 otherwise. `owner` is None for scopes and for what owns nothing.
    `name` is for a person (`function app.audit.write`).
    """

    level: Level
    owner: Span | None
    holder: int
    name: str


class Declaration(msgspec.Struct, frozen=True):
    """Purposes declared at a node. `carrier` is what states them: comment, decorator, with, side file ...

    `place` is where the declaration itself stands. Empty `elements` mean any.
    """

    node: Node
    carrier: str
    place: Place
    elements: tuple[str, ...]
    purposes: tuple[str, ...]
    recipients: tuple[str, ...]
    because: str


class Exemption(msgspec.Struct, frozen=True):
    """A statement that what stands at a node is no personal data."""

    node: Node
    place: Place
    words: str


class Suppression(msgspec.Struct, frozen=True):
    """An `ignore[...]` at a node."""

    node: Node
    place: Place
    rules: tuple[IgnoreRule, ...]
    reason: str
    until: dt.date | None


class Flaw(msgspec.Struct, frozen=True):
    """A defect with the comment where it stands and the span of what owns the comment."""

    defect: Defect
    place: Place
    owner: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Bound:
    """All that the comments and other carriers of one file say."""

    declarations: tuple[Declaration, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    flaws: tuple[Flaw, ...] = ()
