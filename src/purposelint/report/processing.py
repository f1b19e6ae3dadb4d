"""A record of processing activities as GDPR Art. 30(1) asks for one, from the policy and the code.

What the policy states stands there in its words; what it does not state is `not stated`, never made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from purposelint.domain.dossier import Dossier
from purposelint.domain.policy import Purpose, Recipient
from purposelint.domain.verdict import Verdict
from purposelint.report.page.entries import Entries, Entry
from purposelint.report.page.words import (
    ACTIVITIES,
    OPEN,
    SELF,
    UNMAPPED,
    Spot,
    party_of,
    recipient_title,
    spot_of,
    title_of,
)
from purposelint.report.register import NOT_STATED

NO_PURPOSE = "no purpose declared"
NONE_FOUND = "none found"
NONE_SEEN = "none seen"
"""Of what only the code can tell: that a policy is silent is no matter there."""
HEAD = (
    "purpose",
    "purpose id",
    "legal basis",
    "categories of data",
    "special categories",
    "categories of data subjects",
    "activities",
    "recipient",
    "received by",
    "country of the recipient",
    "safeguard",
    "contract",
    "time limit for erasure",
    "measures seen in the code",
    "open findings",
    "lines",
)
"""The columns, in the words of Art. 30(1) where it has one."""


_OWN_WORDS = {SELF: "the service itself", UNMAPPED: "recipients that the policy does not name"}
_ARTICLES = ("The", "A", "An", "Any")


class Activity(NamedTuple):
    """One row: what is done for one purpose with one recipient."""

    purpose: str
    title: str
    legal_basis: str
    elements: tuple[str, ...]
    data: tuple[str, ...]
    special: tuple[str, ...]
    subjects: tuple[str, ...]
    activities: tuple[str, ...]
    recipient: str
    recipient_title: str
    names: tuple[str, ...]
    country: str
    safeguard: str
    contract: str
    retention: str
    measures: tuple[str, ...]
    open: int
    spots: tuple[Spot, ...]

    @property
    def with_whom(self) -> str:
        """Behind a purpose, who gets the data for it: by the policy's name, or by the names in the code."""
        if self.recipient == SELF:
            return f"by {self.recipient_title}"
        if self.recipient == UNMAPPED:
            return f"with {self.recipient_title}: {', '.join(self.names)}"
        first, blank, rest = self.recipient_title.partition(" ")
        return f"with {first.lower() if first in _ARTICLES else first}{blank}{rest}"

    @property
    def cells(self) -> tuple[str, ...]:
        """The row in words, in the order of `HEAD`."""
        return (
            self.title or self.purpose or NO_PURPOSE,
            self.purpose,
            self.legal_basis or NOT_STATED,
            "; ".join(self.data),
            "; ".join(self.special) or NONE_FOUND,
            "; ".join(self.subjects) or NOT_STATED,
            ", ".join(self.activities),
            self.recipient_title,
            ", ".join(self.names),
            self.country or NOT_STATED,
            self.safeguard or NOT_STATED,
            self.contract or NOT_STATED,
            self.retention or NOT_STATED,
            "; ".join(self.measures) or NONE_SEEN,
            str(self.open),
            " ".join(f"{spot.path}:{spot.line}" for spot in self.spots),
        )


def record_of(verdict: Verdict, entries: Entries | None = None) -> tuple[Activity, ...]:
    """A row a purpose and recipient, in the policy's order; what has no declared purpose stands last."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for one in (entries or Entries(verdict)).uses():
        recipient = one.finding.recipient or SELF
        for purpose in dict.fromkeys(one.finding.purposes) or ("",):
            groups.setdefault((purpose, recipient), []).append(one)
    policy = verdict.dossier.policy if verdict.dossier is not None else None
    ranks = {name: at for at, name in enumerate(policy.purposes)} if policy is not None else {}
    ordered = sorted(groups, key=lambda key: (not key[0], ranks.get(key[0], len(ranks)), key))
    return tuple(_activity(*key, groups[key], verdict.dossier) for key in ordered)


def _activity(name: str, recipient: str, found: Sequence[Entry], dossier: Dossier | None) -> Activity:
    purpose, known = _purpose(name, dossier), _recipient(recipient, dossier)
    elements = tuple(sorted({one.finding.element or "" for one in found}))
    is_own = recipient == SELF
    return Activity(
        purpose=name,
        title=purpose.title if purpose is not None else "",
        legal_basis=purpose.legal_basis if purpose is not None else "",
        elements=elements,
        data=tuple(title_of(one, dossier) for one in elements),
        special=tuple(title_of(one, dossier) for one in elements if one.startswith("special.")),
        subjects=purpose.subjects if purpose is not None else (),
        activities=_in_order({str(one.finding.activity) for one in found}),
        recipient=recipient,
        recipient_title=_OWN_WORDS.get(recipient) or recipient_title(recipient, dossier),
        names=tuple(sorted({party_of(one.finding).name for one in found} - {""})),
        country=_stated(known, "country"),
        safeguard="does not apply" if is_own else _stated(known, "safeguard"),
        contract="does not apply" if is_own else _stated(known, "contract"),
        retention=purpose.retention if purpose is not None else "",
        measures=tuple(sorted({one.guarded for one in found} - {""})),
        open=sum(one.state in OPEN for one in found),
        spots=tuple(sorted({spot_of(one.finding) for one in found})),
    )


def _purpose(name: str, dossier: Dossier | None) -> Purpose | None:
    return dossier.policy.purposes.get(name) if dossier is not None else None


def _recipient(name: str, dossier: Dossier | None) -> Recipient | None:
    return dossier.policy.recipients.get(name) if dossier is not None else None


def _stated(known: Recipient | None, fact: str) -> str:
    return str(getattr(known, fact)) if known is not None else ""


def _in_order(found: Iterable[str]) -> tuple[str, ...]:
    there = set(found)
    return tuple(word for activity, word in ACTIVITIES.items() if activity in there)
