"""A finding's remedy in words: what to do, or where what is to be pasted belongs."""

from __future__ import annotations

from purposelint.domain.verdict import Finding

_PASTED = (
    ("#", "write: "),
    ("vendors = ", "if the policy allows it, add to one of its recipients: "),
    ("hosts = ", "if the policy allows it, add to one of its recipients: "),
    ("decision = ", "have a reviewer record the decision in the question: "),
)
"""How a remedy begins -> what to do with it."""


_ELSEWHERE = "purposelint:"
"""How the path of a policy begins that does not lie in the project."""


def remedy_of(finding: Finding, policy: str = "") -> str:
    """The remedy, led by where it goes when it is something to paste; '' where there is none.

    `policy` is the policy's file as a run tells it, '' where that is not known.
    """
    if finding.remedy.startswith("mentions = "):
        return f"if the policy covers it, write {_above(policy)}: {finding.remedy}"
    if finding.remedy.startswith("# purpose") and finding.activity:
        return f"say what it is for, as in: {finding.remedy}"
    lead = next((lead for start, lead in _PASTED if finding.remedy.startswith(start)), "")
    return lead + finding.remedy


def _above(policy: str) -> str:
    """The place of a key that stands in no table: TOML counts whatever follows a header as part of it."""
    file = policy or "the policy's file"
    if policy.startswith(_ELSEWHERE):
        file = "a policy of your own that extends this one"
    return f"at the top of {file}, above [policy], or add to the list that stands there"
