"""Suppressions applied to findings, and findings about suppressions: PUR405, PUR406, PUR407."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import msgspec

from purposelint.domain.place import Place, Span, encloses
from purposelint.domain.verdict import Finding
from purposelint.judge.codes import (
    EXPIRED_SUPPRESSION,
    SUPPRESSION_WITHOUT_REASON,
    UNUSED_SUPPRESSION,
)
from purposelint.judge.comments import comment_finding
from purposelint.judge.declarations.blocks import HEADER
from purposelint.judge.declarations.by_line import ByLine
from purposelint.judge.declarations.directives import WHY, IgnoreRule
from purposelint.judge.declarations.model import Suppression
from purposelint.judge.declarations.words import covers
from purposelint.judge.drafts import Draft


class Suppressor:
    """All suppressions of a run, by path; remembers which of their entries hid something."""

    def __init__(self, found: Mapping[str, tuple[Suppression, ...]], today: dt.date) -> None:
        self._found = found
        self._near = {
            path: ByLine((each.node.owner, each) for each in all_ if each.node.owner is not None)
            for path, all_ in found.items()
        }
        self._today = today
        self._used: set[tuple[Suppression, IgnoreRule]] = set()
        self._hiding: dict[Finding, Suppression] = {}

    def apply(self, draft: Draft) -> Draft:
        """The draft, marked as suppressed with the reason where a suppression holds for it."""
        for anchor in draft.anchors:
            near = self._near.get(anchor.path)
            for suppression in near.near(anchor.span) if near is not None else ():
                if self._hides(suppression, anchor, draft):
                    reason = suppression.reason or "no reason given"
                    hidden = msgspec.structs.replace(draft.finding, status="suppressed", suppression=reason)
                    self._hiding[hidden] = suppression
                    return replace(draft, finding=hidden)
        return draft

    def hiding(self, findings: Iterable[Finding]) -> dict[str, Suppression]:
        """What hides each of the suppressed findings, by fingerprint."""
        told = ((one, msgspec.structs.replace(one, fingerprint="")) for one in findings)
        return {one.fingerprint: self._hiding[bare] for one, bare in told if bare in self._hiding}

    def _hides(self, suppression: Suppression, anchor: Place, draft: Draft) -> bool:
        owner = suppression.node.owner
        if owner is None or self._is_expired(suppression) or not _reaches(suppression, owner, anchor):
            return False
        means = [rule for rule in suppression.rules if _means(rule, draft)]
        self._used.update((suppression, rule) for rule in means)
        return bool(means)

    def _is_expired(self, suppression: Suppression) -> bool:
        return suppression.until is not None and suppression.until < self._today

    def complaints(self, *, whole: bool) -> Iterator[Draft]:
        """What is wrong with the suppressions; call it when all findings were applied.

        Unused ones are judged only when the run was `whole`.
        """
        for path in sorted(self._found):
            for suppression in self._found[path]:
                yield from self._complaints(suppression, whole=whole)

    def _complaints(self, suppression: Suppression, *, whole: bool) -> Iterator[Draft]:
        place = suppression.place
        names = _names(suppression.rules)
        if not suppression.reason:
            message = f"ignore[{names}] does not say why"
            remedy = f"# purposelint: ignore[{names}] {WHY}{_until(suppression)}"
            yield Draft(comment_finding(SUPPRESSION_WITHOUT_REASON, place, message, remedy), (), names)
        if self._is_expired(suppression):
            message = f"ignore[{names}] held until {suppression.until} and hides nothing any more"
            remedy = "mend what it hid and remove the comment"
            yield Draft(comment_finding(EXPIRED_SUPPRESSION, place, message, remedy), (), names)
        elif whole:
            idle = [rule for rule in suppression.rules if (suppression, rule) not in self._used]
            if idle:
                message = f"ignore[{_names(idle)}] hides nothing{_where(suppression)}"
                remedy = _without(suppression, idle)
                yield Draft(comment_finding(UNUSED_SUPPRESSION, place, message, remedy), (), names)


def _reaches(suppression: Suppression, owner: Span, anchor: Place) -> bool:
    if encloses(owner, anchor.span):
        return True
    return suppression.node.level == "field" and encloses(anchor.span, owner)


def _means(rule: IgnoreRule, draft: Draft) -> bool:
    finding = draft.finding
    if finding.code != rule.code:
        return False
    return not rule.element or (finding.element is not None and covers(rule.element, finding.element))


def _where(suppression: Suppression) -> str:
    name = suppression.node.name
    return f": it belongs to the {name} alone" if name.startswith(HEADER) else " here"


def _names(rules: Iterable[IgnoreRule]) -> str:
    return ", ".join(f"{rule.code}: {rule.element}" if rule.element else rule.code for rule in rules)


def _without(suppression: Suppression, idle: list[IgnoreRule]) -> str:
    kept = [rule for rule in suppression.rules if rule not in idle]
    if not kept and suppression.node.name.startswith(HEADER):
        return "put it behind the statement in the block that it is about, or remove the comment"
    if not kept:
        return "remove the comment"
    return f"# purposelint: ignore[{_names(kept)}] {suppression.reason}{_until(suppression)}"


def _until(suppression: Suppression) -> str:
    return f" until {suppression.until}" if suppression.until is not None else ""
