"""What a policy leaves undone: promises that nothing keeps, questions that nobody has answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Answer, Policy
from purposelint.domain.policy_review import Gap
from purposelint.domain.settings import Placed
from purposelint.judge.ask import SELF, UNMAPPED, ask


def gaps_of(policy: Policy, catalog: Catalog, declared: Sequence[Placed], today: dt.date) -> tuple[Gap, ...]:
    """Every gap of a policy and of the decisions and broad declarations beside it, by kind."""
    return (
        *_purposes(policy),
        *_elements(policy, catalog),
        *_open_questions(policy),
        *_overdue(policy, declared, today.isoformat()),
        *_dated_ahead(policy, declared, today.isoformat()),
        *_recipients(policy),
        *_uncited(policy),
    )


def _purposes(policy: Policy) -> Iterator[Gap]:
    """Purposes that code may declare and that permit nothing to anybody."""
    told = {
        "open": "permits nothing until its questions are decided",
        "silent": "permits no element to anybody",
        "forbidden": "permits no element to anybody",
    }
    for name, purpose in policy.purposes.items():
        best = _best(policy, name) if purpose.declarable else "permitted"
        if best != "permitted":
            yield Gap("unpermitted-purpose", name, told[best], purpose.clause)


def _best(policy: Policy, purpose: str) -> Answer:
    """The best answer that any element, recipient and activity gets for a purpose."""
    best: Answer = "silent"
    for recipient in dict.fromkeys((SELF, *policy.recipients, UNMAPPED)):
        for element in sorted(policy.named):
            for activity in ("store", "share", "log"):
                answer = ask(policy, element, purpose, recipient, activity).answer
                if answer == "permitted":
                    return answer
                best = "open" if answer == "open" else best
    return best


def _elements(policy: Policy, catalog: Catalog) -> Iterator[Gap]:
    """Elements the policy never names; those of low sensitivity are reported only if it does."""
    for element in catalog.elements.values():
        if element.id not in policy.named:
            low = " (of low sensitivity: reported only where a policy names it)"
            yield Gap("unmentioned-element", element.id, element.title + low * (element.sensitivity == "low"))


def _open_questions(policy: Policy) -> Iterator[Gap]:
    for question in policy.questions:
        if not question.decision:
            until = f" Until then: {question.default}." if question.default else ""
            yield Gap("open-question", question.id, question.text + until, question.clause)


def _overdue(policy: Policy, declared: Sequence[Placed], today: str) -> Iterator[Gap]:
    """Decisions and declarations that somebody meant to look at again by now."""
    for question in policy.questions:
        if question.decision and "" < question.review_by < today:
            said = f'"{question.decision}" by {question.by} on {question.on}'
            told = f"{said} was to be reviewed by {question.review_by}"
            yield Gap("overdue-decision", question.id, told, question.clause)
    for placed in declared:
        entry = placed.declare
        if "" < entry.review_by < today:
            told = f"{', '.join(entry.purposes)} was to be reviewed by {entry.review_by}"
            yield Gap("overdue-declaration", f"{placed.path}:{placed.line}", told + _declarer(placed))


def _dated_ahead(policy: Policy, declared: Sequence[Placed], today: str) -> Iterator[Gap]:
    """Decisions and declarations of a day that is still to come: a slip, or made before anybody made them."""
    for question in policy.questions:
        if question.decision and question.on > today:
            told = f'"{question.decision}" by {question.by} is dated {question.on}, and holds already'
            yield Gap("decision-ahead", question.id, told, question.clause)
    for placed in declared:
        entry = placed.declare
        if entry.on > today:
            told = f"{', '.join(entry.purposes)} is dated {entry.on}, and holds already"
            yield Gap("declaration-ahead", f"{placed.path}:{placed.line}", told + _declarer(placed))


def _declarer(placed: Placed) -> str:
    return f", declared by {placed.declare.by}" if placed.declare.by else ""


def _recipients(policy: Policy) -> Iterator[Gap]:
    """Recipients that no vendor and no host is mapped to: no code is known to send them anything."""
    for name, recipient in policy.recipients.items():
        if name != SELF and not recipient.vendors and not recipient.hosts:
            yield Gap("unmapped-recipient", name, "has no vendors and no hosts", recipient.clause)


def _uncited(policy: Policy) -> Iterator[Gap]:
    """Purposes and recipients without a clause; rules always have one."""
    for word, table in (("purpose", policy.purposes), ("recipient", policy.recipients)):
        for name, each in table.items():
            if not each.clause:
                yield Gap("uncited-statement", name, f"{word} without a clause")
