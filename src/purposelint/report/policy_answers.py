"""`policy ask`: one answer of a policy in words; and the answers of a policy as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from purposelint.domain.explanation import Answered
from purposelint.domain.policy import Policy
from purposelint.domain.policy_review import Difference, Review
from purposelint.report.escaping import visible
from purposelint.report.json_contract import dump
from purposelint.report.look import PLAIN, Line, Look, paint
from purposelint.report.prose import beside

_STYLES = {"permitted": "good", "open": "warning", "forbidden": "error", "silent": "faint"}
_WIDE = 10


def show_answer(policy: Policy, answered: Answered, look: Look = PLAIN) -> str:
    """The answer first, then what was asked, why, what it requires, and what would be permitted here."""
    ruling = answered.ruling
    purpose = answered.purpose or "no purpose"
    asked = f"{answered.activity} {answered.element} for {purpose}, recipient {answered.recipient}"
    lines: list[Line] = [
        [(ruling.answer, _STYLES[ruling.answer]), (visible(_cited(answered)), "")],
        *_row("Asked", asked, look),
        *_row("Why", ruling.why, look),
    ]
    if ruling.requires:
        lines += _row("Requires", f"{ruling.requires}, stated after `because`", look)
    if answered.permitted and policy.head.default == "deny":
        lines += _row("Permitted", f"for {', '.join(answered.permitted)}", look)
    lines += _row("Policy", f"{policy.head.id} {policy.head.version} ({policy.path})", look)
    return paint(lines, look)


def _cited(answered: Answered) -> str:
    """The clause that answers; a silence has none, and what is cited is the purpose's own."""
    ruling = answered.ruling
    if not ruling.clause:
        return ""
    clause = f"clause {ruling.clause}" if ruling.clause[:1].isdigit() else ruling.clause
    if ruling.answer != "silent":
        return f", {clause}"
    return f": nothing in the policy permits it (purpose {answered.purpose}: {clause})"


def _row(label: str, text: str, look: Look) -> list[Line]:
    return beside([(f"{label:<{_WIDE}}", "faint")], text, look)


def answers_json(policy: Policy, answers: Sequence[Answered]) -> str:
    """Every answer with its question, for tools."""
    rows = [
        {
            "element": one.element,
            "purpose": one.purpose,
            "recipient": one.recipient,
            "activity": one.activity,
            **msgspec.to_builtins(one.ruling),
        }
        for one in answers
    ]
    return dump({"policy": _identity(policy), "answers": rows})


def answer_json(policy: Policy, answered: Answered) -> str:
    """One answer, with the purposes that are permitted instead."""
    told = msgspec.to_builtins(answered)
    ruling = told.pop("ruling")
    return dump({"policy": _identity(policy), **told, **ruling})


def review_json(review: Review) -> str:
    """All gaps and clauses, for tools."""
    told = msgspec.to_builtins(review)
    told["compared"] = bool(review.clauses)
    return dump(told)


def difference_json(difference: Difference) -> str:
    """All changes, for tools."""
    told = msgspec.to_builtins(difference)
    told["facts"] = [{"what": what, "how": how} for what, how in difference.facts]
    return dump(told)


def _identity(policy: Policy) -> Mapping[str, str]:
    return {"id": policy.head.id, "version": policy.head.version, "sha256": policy.digest}
