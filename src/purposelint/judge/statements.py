"""One proposal for all that a statement does: its declaration covers every element in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

import msgspec

from purposelint.domain.policy import Policy
from purposelint.judge.codes import ELEMENT_NOT_IN_POLICY
from purposelint.judge.drafts import Draft
from purposelint.judge.likely import proposal
from purposelint.judge.outcome import Outcome

_Line: TypeAlias = tuple[str, int]


def statements(leads: Iterable[Outcome], outcomes: Iterable[Outcome]) -> Mapping[_Line, tuple[Outcome, ...]]:
    """What stands on lines with findings that a purpose mends: findings, and what is permitted beside them.

    Both would come under a comment there. Lines where a finding stands alone are left out.
    """
    found: dict[_Line, list[Outcome]] = {}
    mended = set()
    for lead in leads:
        if lead.code != ELEMENT_NOT_IN_POLICY.code:
            found.setdefault(_line(lead), []).append(lead)
        if lead.breach is not None and lead.breach.proposes:
            mended.add(_line(lead))
    for outcome in outcomes:
        if outcome.verdict == "permitted" and _line(outcome) in mended:
            found[_line(outcome)].append(outcome)
    return {line: tuple(together) for line, together in found.items() if line in mended and len(together) > 1}


def proposing(
    policy: Policy, draft: Draft, lead: Outcome, together: Mapping[_Line, tuple[Outcome, ...]]
) -> Draft:
    """The draft of a finding, with what fits the others of its statement too."""
    others = together.get(_line(lead), ())
    if lead.breach is None or not lead.breach.proposes or not others:
        return draft
    beside = (one.weighed for one in others if one is not lead)
    remedy = proposal(policy, lead.weighed, beside, lead.breach.preferred)
    return replace(draft, finding=msgspec.structs.replace(draft.finding, remedy=remedy))


def _line(outcome: Outcome) -> _Line:
    """The line where a comment of its statement would stand."""
    place = outcome.case.place
    return place.path, place.span.line
