"""One proposal for all that a statement does: its declaration covers every element in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import msgspec

from purposelint.domain.place import Place
from purposelint.domain.policy import Policy
from purposelint.judge.drafts import Draft
from purposelint.judge.likely import proposal
from purposelint.judge.outcome import Outcome


def statements(leads: Iterable[Outcome]) -> Mapping[Place, tuple[Outcome, ...]]:
    """Findings that a purpose mends, by their place; those that stand alone there are left out."""
    found: dict[Place, list[Outcome]] = {}
    for lead in leads:
        if lead.breach is not None and lead.breach.proposes:
            found.setdefault(lead.case.place, []).append(lead)
    return {place: tuple(together) for place, together in found.items() if len(together) > 1}


def proposing(
    policy: Policy, draft: Draft, lead: Outcome, together: Mapping[Place, tuple[Outcome, ...]]
) -> Draft:
    """The draft of a finding, with what fits the others of its statement too."""
    others = together.get(lead.case.place, ())
    if lead.breach is None or not lead.breach.proposes or not others:
        return draft
    beside = (one.weighed for one in others if one is not lead)
    remedy = proposal(policy, lead.weighed, beside)
    return replace(draft, finding=msgspec.structs.replace(draft.finding, remedy=remedy))
