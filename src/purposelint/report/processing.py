"""A record of processing activities as GDPR Art. 30(1) asks for one, from the policy and the code.

What the policy states stands there in its words; what it does not state is `not stated`, never made up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from purposelint.domain.dossier import Dossier
from purposelint.domain.policy import Purpose, Recipient
from purposelint.domain.verdict import Verdict
from purposelint.report.page.entries import Entries, Entry
from purposelint.report.page.words import (
    ACTIVITIES,
    OPEN,
    OWN,
    SELF,
    STATES,
    UNMAPPED,
    Spot,
    party_of,
    recipient_title,
    spot_of,
    title_of,
)

NO_PURPOSE = "no purpose declared"
NONE_SEEN = "none seen"
"""Of what only the code can tell: that a policy is silent is no matter there."""

_OWN_WORDS = {SELF: OWN, UNMAPPED: "recipients that the policy does not name"}
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
    uses: int
    silenced: int
    """Uses whose finding a suppression or the baseline hides."""
    states: tuple[tuple[str, int], ...]
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


def record_of(verdict: Verdict, entries: Entries | None = None) -> tuple[Activity, ...]:
    """A row a purpose and recipient, in the policy's order; what has no declared purpose stands last."""
    groups = _groups((entries or Entries(verdict)).uses())
    return tuple(
        _activity(*key, groups[key], verdict.dossier) for key in _in_policy_order(groups, verdict.dossier)
    )


def categories_of(verdict: Verdict, entries: Entries | None = None) -> tuple[Activity, ...]:
    """A row a purpose, recipient, category of data and name of who receives it: one of each in a row."""
    groups = _groups((entries or Entries(verdict)).uses())
    rows: list[Activity] = []
    for key in _in_policy_order(groups, verdict.dossier):
        parts: dict[tuple[str, str], list[Entry]] = {}
        for one in groups[key]:
            parts.setdefault((one.finding.element or "", party_of(one.finding).name), []).append(one)
        rows += [_activity(*key, parts[part], verdict.dossier) for part in sorted(parts)]
    return tuple(rows)


_Key: TypeAlias = tuple[str, str]
"""A purpose, '' for none, and a recipient."""


def _groups(uses: Iterable[Entry]) -> dict[_Key, list[Entry]]:
    groups: dict[_Key, list[Entry]] = {}
    for one in uses:
        recipient = one.finding.recipient or SELF
        for purpose in dict.fromkeys(one.finding.purposes) or ("",):
            groups.setdefault((purpose, recipient), []).append(one)
    return groups


def _in_policy_order(keys: Iterable[_Key], dossier: Dossier | None) -> list[_Key]:
    ranks = {name: at for at, name in enumerate(dossier.policy.purposes)} if dossier is not None else {}
    return sorted(keys, key=lambda key: (not key[0], ranks.get(key[0], len(ranks)), key))


def _activity(name: str, recipient: str, found: Sequence[Entry], dossier: Dossier | None) -> Activity:
    purpose, known = _purpose(name, dossier), _recipient(recipient, dossier)
    elements = tuple(sorted({one.finding.element or "" for one in found}))
    states = Counter(one.state for one in found)
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
        open=sum(states[state] for state in OPEN),
        uses=len(found),
        silenced=states["suppressed"] + states["baselined"],
        states=tuple((state, states[state]) for state in STATES if states[state]),
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
