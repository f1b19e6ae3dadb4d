"""What two revisions of a service do with personal data, and what lies between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from purposelint.domain.catalog import Activity
from purposelint.domain.links import Links
from purposelint.domain.verdict import Finding, Problem, Status

Standing: TypeAlias = Literal["permitted", "undeclared", "not permitted", "open", "silenced"]
"""What the policy makes of a use; `silenced` ones were suppressed or accepted by a baseline."""


WORK_TREE = "the work tree"
"""What a snapshot is called that is of no revision."""


class Use(msgspec.Struct, frozen=True, order=True):
    """One element going one way: what the service does, wherever in its code.

    `to` is the vendor or host that is sent it, the model that stores it, or '' for logs. `places` do it, as
    `path:line`, and `judged` are those of them that the standing is said of, the worst of all; `files` are
    those that it goes through on its way there. `home` is the file that has the model, where the project
    has it. `hushed` says how a silenced one is: suppressed, accepted by a baseline, or each in some place.
    """

    activity: Activity
    element: str
    to: str
    recipient: str
    purposes: tuple[str, ...]
    standing: Standing
    clause: str = ""
    places: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    home: str = ""
    judged: tuple[str, ...] = ()
    hushed: tuple[Status, ...] = ()

    @property
    def way(self) -> tuple[str, ...]:
        """What makes it the same use in another revision."""
        return (self.activity, self.element, self.to, self.recipient, *self.purposes)


class Loosening(msgspec.Struct, frozen=True, order=True):
    """Something that silences, explains or leaves out: what it is, what it says, and where.

    `scope` tells those of one file apart where lines have moved. How far it reaches is said by a day
    (`until`), a number of `files` that it leaves out, or the `level` at which a declaration stands.
    """

    kind: str
    what: str
    path: str = ""
    scope: str = ""
    reason: str = ""
    until: str = ""
    files: int = 0
    level: str = ""
    line: int = 0

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it the same one in another revision."""
        return (self.kind, self.what, self.path, self.scope)


class Snapshot(msgspec.Struct, frozen=True):
    """One revision: what is done with personal data, found wrong, silenced, and asked for.

    `name` is how it was asked for, `commit` '' for a work tree that differs from its commit. `broken` says
    what is wrong with its own configuration, where it was read with that of the other one for it.
    """

    name: str
    commit: str
    policy: str
    policy_digest: str
    uses: tuple[Use, ...]
    findings: tuple[Finding, ...]
    loosenings: tuple[Loosening, ...]
    handovers: tuple[tuple[str, str], ...]
    """Calls of packages without an entry, each with an element that it is handed."""
    configuration: Mapping[str, str]
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()
    """Files that are there and that the run did not look at, or could not."""
    broken: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    """Files that were analysed."""


class PrivacyDiff(msgspec.Struct, frozen=True):
    """What a change does: uses that begin, end or are judged otherwise, and what it loosens or tightens.

    `unseen` uses go through files that `head` leaves out, so that nobody knows whether they ended.
    `findings` are those open in `head` that `base` had in no pile, `gone` those open in `base` that `head`
    has in none. `settings` are keys of the configuration with their old and new value. `moved` flows are
    the same but for the file that has their code: `renamed` are files with their new names, `alone`
    definitions with their old and new file. `unread` files were analysed in `base` and could not be in
    `head`; `unreadable` ones `base` did not have, or left out.
    `links` lead to lines of `head`.
    """

    base: Snapshot
    head: Snapshot
    begun: tuple[Use, ...]
    ended: tuple[Use, ...]
    unseen: tuple[Use, ...]
    turned: tuple[tuple[Use, Use], ...]
    findings: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    loosened: tuple[Loosening, ...]
    widened: tuple[tuple[Loosening, Loosening], ...]
    tightened: tuple[Loosening, ...]
    handed: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str, str], ...]
    unread: tuple[Problem, ...]
    moved: int = 0
    renamed: tuple[tuple[str, str], ...] = ()
    alone: tuple[tuple[str, str, str], ...] = ()
    unreadable: tuple[Problem, ...] = ()
    links: Links | None = None
