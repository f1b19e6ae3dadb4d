"""Declarations in force: what a developer wrote in the code, and what a reviewer approved beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from purposelint.domain.dossier import Dossier, Vouched
from purposelint.domain.policy import Question
from purposelint.domain.verdict import Verdict
from purposelint.report.element_sets import folded
from purposelint.report.page.entries import Entries
from purposelint.report.page.words import STATES, Spot, state_of

_OPEN_QUESTION = "PUR503"


class Declared(NamedTuple):
    """One declaration with both who may vouch for it, and what became of the flows that it covers."""

    purposes: tuple[str, ...]
    elements: tuple[str, ...]
    recipients: tuple[str, ...]
    spot: Spot
    scope: str
    carrier: str
    because: str
    by: str
    on: str
    review_by: str
    states: tuple[tuple[str, int], ...]
    anchors: tuple[str, ...]


class Asked(NamedTuple):
    """One question that the policy leaves open or has decided, with the flows that hang on it.

    `elements` are those that it is about, whole groups said as `group.*`.
    """

    question: Question
    elements: tuple[str, ...]
    anchors: tuple[str, ...]


def declared_in(verdict: Verdict, entries: Entries) -> tuple[Declared, ...]:
    """Every declaration by place; those of side files last."""
    found = verdict.dossier.ledger.vouched if verdict.dossier is not None else ()
    return tuple(_declared(one, verdict, entries) for one in found)


def _declared(one: Vouched, verdict: Verdict, entries: Entries) -> Declared:
    states = Counter(state_of(verdict.judgements[index]) for index in one.flows)
    return Declared(
        one.purposes,
        one.elements,
        one.recipients,
        Spot(one.place.path, one.place.span.line),
        _scope(one, verdict),
        one.carrier,
        one.because,
        one.by,
        one.on,
        one.review_by,
        tuple((state, states[state]) for state in STATES if states[state]),
        tuple(entries.anchors(one.flows)),
    )


def _scope(one: Vouched, verdict: Verdict) -> str:
    """What the declaration speaks for: a field by its name, a statement by its holder, a table by paths."""
    if one.reach:
        return ", ".join(one.reach)
    if set(one.scope.split()) != {one.level}:
        return one.scope
    found = (verdict.judgements[index].finding for index in one.flows) if one.level == "field" else ()
    fields = {each.source.symbol for each in found if each.source is not None and each.activity == "store"}
    if len(fields) == 1:
        return f"field {fields.pop()}"
    return f"{one.level} in {one.place.symbol}"


def questions_of(dossier: Dossier | None, verdict: Verdict, entries: Entries) -> tuple[Asked, ...]:
    """Questions of the policy, those without a decision first."""
    found = dossier.policy.questions if dossier is not None else ()
    known = dossier.promises.known if dossier is not None else ()
    asked = [
        Asked(one, tuple(folded(one.elements, known)), tuple(entries.anchors(_hanging(one, verdict))))
        for one in found
    ]
    return tuple(sorted(asked, key=lambda each: bool(each.question.decision)))


def _hanging(question: Question, verdict: Verdict) -> tuple[int, ...]:
    return tuple(
        index
        for index, judgement in enumerate(verdict.judgements)
        if judgement.finding.code == _OPEN_QUESTION
        and judgement.finding.clause == question.clause
        and _means(question.elements, judgement.finding.element)
        and _means(question.activities, judgement.finding.activity)
        and _means(question.recipients, judgement.finding.recipient)
    )


def _means(listed: Iterable[str], word: str | None) -> bool:
    words = tuple(listed)
    return not words or word in words
