"""Whether a purpose may be declared for what a finding tells of."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from purposelint.domain.policy import Policy
from purposelint.domain.verdict import Finding
from purposelint.judge.ask import ask, permitted_purposes
from purposelint.judge.codes import (
    LOGGED_WITHOUT_PURPOSE,
    SENT_WITHOUT_PURPOSE,
    STORED_WITHOUT_PURPOSE,
)

DECLARABLE = tuple(
    code.code for code in (LOGGED_WITHOUT_PURPOSE, SENT_WITHOUT_PURPOSE, STORED_WITHOUT_PURPOSE)
)
"""Codes of findings that a declaration at their place ends."""

_SHOWN = 5


def is_declarable(finding: Finding) -> bool:
    """Whether an open finding waits for a declaration."""
    return finding.status == "open" and finding.code in DECLARABLE and finding.element is not None


def refusal(policy: Policy, finding: Finding, purposes: Sequence[str], because: str = "") -> str:
    """Why the policy would not permit these purposes there, '' where it would.

    Without purposes: why it permits none at all.
    """
    assert finding.element is not None
    assert finding.activity is not None
    recipient = finding.recipient or ""
    permitted = permitted_purposes(policy, finding.element, recipient, finding.activity)
    if not purposes:
        return "" if permitted else f"the policy permits no purpose here: {finding.remedy}"
    for purpose in purposes:
        ruling = ask(policy, finding.element, purpose, recipient, finding.activity)
        if ruling.answer != "permitted":
            return f"{ruling.why}{_instead(permitted)}"
        if ruling.requires and not because:
            return f"{purpose} is permitted under a condition; say with --because: {ruling.requires}"
    return ""


def _instead(permitted: Collection[str]) -> str:
    names = list(permitted)
    if not names:
        return ""
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"; permitted are {', '.join(names[:_SHOWN])}{more}"
