"""Facts for the register of processing that a policy may state: shown where it states any, never made up."""

from __future__ import annotations

from purposelint.domain.policy import Policy
from purposelint.report.look import Line, Look
from purposelint.report.prose import table

NOT_STATED = "not stated"

_PURPOSES = ("PURPOSE", "LEGAL BASIS", "RETENTION", "DATA SUBJECTS")
_RECIPIENTS = ("RECIPIENT", "COUNTRY", "SAFEGUARD", "CONTRACT")


def purpose_facts(policy: Policy) -> list[tuple[str, ...]]:
    """A heading and a row a purpose that states one of its facts; empty where none does."""
    stated = [
        (name, one.legal_basis, one.retention, ", ".join(one.subjects))
        for name, one in policy.purposes.items()
    ]
    return _with_gaps(_PURPOSES, stated)


def recipient_facts(policy: Policy) -> list[tuple[str, ...]]:
    """A heading and a row a recipient that states one of its facts; empty where none does."""
    stated = [(name, one.country, one.safeguard, one.contract) for name, one in policy.recipients.items()]
    return _with_gaps(_RECIPIENTS, stated)


def register_lines(policy: Policy, look: Look) -> list[Line]:
    """Both tables, each below an empty line; no line where the policy states no such fact."""
    lines: list[Line] = []
    for rows in (purpose_facts(policy), recipient_facts(policy)):
        lines += [[], *table(rows, look)] if rows else []
    return lines


def _with_gaps(head: tuple[str, ...], stated: list[tuple[str, str, str, str]]) -> list[tuple[str, ...]]:
    rows = [(name, *(fact or NOT_STATED for fact in facts)) for name, *facts in stated if any(facts)]
    return [head, *rows] if rows else []
