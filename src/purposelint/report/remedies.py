"""A finding's remedy in words: what to do, or where what is to be pasted belongs."""

from __future__ import annotations

from purposelint.domain.verdict import Finding

_PASTED = (
    ("#", "write: "),
    ("vendors = ", "if the policy allows it, add to one of its recipients: "),
    ("hosts = ", "if the policy allows it, add to one of its recipients: "),
    ("mentions = ", "if the policy covers it, add to the policy: "),
    ("decision = ", "have a reviewer record the decision in the question: "),
)
"""How a remedy begins -> what to do with it."""


def remedy_of(finding: Finding) -> str:
    """The remedy, led by where it goes when it is something to paste; '' where there is none."""
    if finding.remedy.startswith("# purpose") and finding.activity:
        return f"say what it is for, as in: {finding.remedy}"
    lead = next((lead for start, lead in _PASTED if finding.remedy.startswith(start)), "")
    return lead + finding.remedy
