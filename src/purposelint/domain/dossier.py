"""What a reviewer is shown beside the verdict: who vouches for what, what silences what, what nobody saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

import msgspec

from purposelint.domain.catalog import Element
from purposelint.domain.flows import Handover
from purposelint.domain.place import Place
from purposelint.domain.policy import Policy
from purposelint.domain.promises import Promises

Silencing: TypeAlias = Literal[
    "suppression", "not-personal", "broad declaration", "project guard", "own host", "exclude"
]
"""Ways to end flows that somebody chose; cuts and the baseline stand in the judgements themselves."""


class Vouched(msgspec.Struct, frozen=True):
    """A declaration in force, and who stands behind it.

    `carrier` is what states it (comment, decorator, side file ...), `level` how wide it reaches, `scope` the
    name of what it belongs to. `by`, `on` and `review_by` are a reviewer's, '' for what a developer wrote in
    the code. `flows` are indices of the judgements that it covers. `reach` are the paths and symbols that a
    side file's is for.
    """

    carrier: str
    level: str
    scope: str
    place: Place
    elements: tuple[str, ...]
    purposes: tuple[str, ...]
    recipients: tuple[str, ...]
    because: str
    by: str = ""
    on: str = ""
    review_by: str = ""
    flows: tuple[int, ...] = ()
    reach: tuple[str, ...] = ()


class Silencer(msgspec.Struct, frozen=True):
    """One thing that ends flows: what it is, where it stands, why, until when, and which flows it ends.

    `place` is None for what stands in no file. `flows` are indices of judgements. An exclude has none of
    these: `files` names what was left out, `missed` counts the flows that go through it, None where nobody
    looked, and `elements` are of these.
    """

    kind: Silencing
    what: str
    place: Place | None
    reason: str = ""
    by: str = ""
    until: str = ""
    flows: tuple[int, ...] = ()
    files: tuple[str, ...] = ()
    missed: int | None = None
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """Declarations and silencers of one run, each with the flows that it touches."""

    vouched: tuple[Vouched, ...] = ()
    silencers: tuple[Silencer, ...] = ()

    def among(self, kept: Sequence[int]) -> Ledger:
        """The same where only some judgements are kept; `kept` are their indices in the old order."""
        at = {old: new for new, old in enumerate(kept)}
        return Ledger(
            tuple(msgspec.structs.replace(one, flows=_moved(one.flows, at)) for one in self.vouched),
            tuple(msgspec.structs.replace(one, flows=_moved(one.flows, at)) for one in self.silencers),
        )


class Package(msgspec.Struct, frozen=True, order=True):
    """A package that the code imports and no rule describes, with the files that import it."""

    name: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """All that the report for reviewers shows and the verdict alone does not hold.

    `handovers` are calls that nobody described and that get personal data; `packages` those without entries,
    `described` those with some, and Python's own.
    `committed` is the day of the commit that was read, '' where nobody knows. `guards` says what each does,
    by its id, as far as its entry says so.
    """

    policy: Policy
    elements: Mapping[str, Element]
    promises: Promises
    ledger: Ledger
    handovers: tuple[Handover, ...]
    packages: tuple[Package, ...]
    described: frozenset[str] = frozenset()
    committed: str = ""
    guards: Mapping[str, str] = field(default_factory=dict)

    def among(self, kept: Sequence[int]) -> Dossier:
        """The same where only some judgements are kept; `kept` are their indices in the old order."""
        return replace(self, ledger=self.ledger.among(kept))


def _moved(flows: tuple[int, ...], at: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(at[index] for index in flows if index in at)
