"""Holds the promises of a policy beside what the code does, both ways (PUR502 and its counterparts)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from purposelint.domain.catalog import ACTIVITIES
from purposelint.domain.handled import handled
from purposelint.domain.policy import Permit, Policy
from purposelint.domain.promises import Promises, Unkept, Unpromised, Used
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding, Verdict
from purposelint.judge.ask import SELF, UNMAPPED, ask, includes
from purposelint.judge.codes import CODES
from purposelint.judge.codes.policy import ELEMENT_NOT_IN_POLICY

_ANY = "*"
_LOG_ALONE = ("log",)


class _Cell(NamedTuple):
    """What one permit promises of one element."""

    element: str
    purpose: str
    recipient: str


def promises(policy: Policy, verdict: Verdict, settings: Settings) -> Promises:
    """What a policy promises beside what a run under these settings found."""
    uses = tuple(handled(verdict.judgements, settings.configuration.min_confidence))
    permitted = _promises(policy)
    made = {cell: permitted[cell] for cell in permitted if not _is_exception(policy, cell)}
    kept = _kept(permitted, uses, policy)
    unused = {cell: permitted[cell] for cell in permitted if cell not in kept}
    seen = {use.element for use in uses}
    return Promises(
        whole=settings.covers_project,
        unpromised=_unpromised(verdict.findings, policy),
        hidden=_hidden(verdict),
        made=len(made),
        kept=len(kept.intersection(made)),
        unkept=_folded({cell: unused[cell] for cell in unused if cell in made}, uses, policy),
        exceptions=_folded({cell: unused[cell] for cell in unused if cell not in made}, uses, policy),
        never_handled=tuple(sorted(policy.named_exactly - seen)),
        never_named=_used(use for use in uses if use.element not in policy.named),
        known=tuple(sorted(verdict.sensitivity)),
    )


def _unpromised(findings: Iterable[Finding], policy: Policy) -> tuple[Unpromised, ...]:
    """Open findings about flows and fields; elements that the policy never names are told elsewhere."""
    groups: dict[tuple[str, str, str, tuple[str, ...]], list[Finding]] = {}
    for one in findings:
        told = one.status == "open" and one.activity and one.code != ELEMENT_NOT_IN_POLICY.code
        if told and one.element:
            purposes = tuple(sorted(set(one.purposes)))
            key = (one.code, str(one.activity), one.recipient or "", purposes)
            groups.setdefault(key, []).append(one)
    order = list(CODES)
    recipients = _ranks((SELF, *policy.recipients, UNMAPPED))
    return tuple(
        _one_kind(groups[key])
        for key in sorted(groups, key=lambda key: (order.index(key[0]), recipients.get(key[2], 0), key[1:]))
    )


def _one_kind(alike: list[Finding]) -> Unpromised:
    first = alike[0]
    assert first.activity is not None
    return Unpromised(
        code=first.code,
        activity=first.activity,
        recipient=first.recipient or "",
        purposes=tuple(sorted(set(first.purposes))),
        vendors=tuple(sorted({one.vendor for one in alike if one.vendor})),
        clauses=tuple(sorted({one.clause for one in alike if one.clause})),
        elements=_used(alike),
    )


def _used(uses: Iterable[Finding]) -> tuple[Used, ...]:
    places: dict[str, set[tuple[str, int]]] = {}
    for use in uses:
        places.setdefault(use.element or "", set()).add((use.place.path, use.place.span.line))
    return tuple(Used(element, tuple(sorted(places[element]))) for element in sorted(places))


def _hidden(verdict: Verdict) -> dict[str, int]:
    """Why findings and flows are not shown by a check, with how many there are of each."""
    piles = Counter(one.status for one in verdict.findings if one.activity and one.status != "open")
    quiet = Counter(each.why for each in verdict.judgements if each.verdict == "quiet" and each.finding.code)
    return {**dict(sorted(piles.items())), **dict(sorted(quiet.items()))}


def _promises(policy: Policy) -> dict[_Cell, tuple[str, ...]]:
    """All that permits promise and no other rule takes back, with clauses, in the policy's order."""
    found: dict[_Cell, dict[str, None]] = {}
    for permit in policy.permits:
        for cell in _cells(permit):
            if _is_in_force(policy, cell, permit):
                found.setdefault(cell, {})[permit.clause] = None
    return {cell: tuple(clauses) for cell, clauses in found.items()}


def _is_exception(policy: Policy, cell: _Cell) -> bool:
    """Whether something is permitted for a case that may never come: no service does it from day to day."""
    return cell.purpose in policy.purposes and policy.purposes[cell.purpose].exception


def _cells(permit: Permit) -> Iterator[_Cell]:
    """`purposes = ["*"]` for logs alone says what may stand in logs: it promises no use of its own."""
    if _ANY in permit.purposes and permit.activities == _LOG_ALONE:
        return
    for purpose in (_ANY,) if _ANY in permit.purposes else permit.purposes:
        for recipient in (_ANY,) if _ANY in permit.recipients else permit.recipients:
            for element in permit.elements:
                yield _Cell(element, purpose, recipient)


def _is_in_force(policy: Policy, cell: _Cell, permit: Permit) -> bool:
    purposes = policy.purposes if cell.purpose == _ANY else (cell.purpose,)
    recipients = (SELF, *policy.recipients, UNMAPPED) if cell.recipient == _ANY else (cell.recipient,)
    return any(
        ask(policy, cell.element, purpose, recipient, activity).answer == "permitted"
        for purpose in purposes
        for recipient in recipients
        for activity in permit.activities or ACTIVITIES
    )


def _kept(made: Iterable[_Cell], uses: Iterable[Finding], policy: Policy) -> set[_Cell]:
    """Promises for which the code declares their purpose, or a narrower one, where it handles the element."""
    declared: dict[str, set[tuple[str, str]]] = {}
    for use in uses:
        declared.setdefault(use.element or "", set()).update(
            (purpose, use.recipient or "") for purpose in use.purposes
        )
    return {
        cell
        for cell in made
        if any(
            cell.recipient in {_ANY, recipient}
            and (cell.purpose == _ANY or includes(policy, cell.purpose, purpose))
            for purpose, recipient in declared.get(cell.element, ())
        )
    }


def _folded(
    cells: Mapping[_Cell, tuple[str, ...]], uses: Iterable[Finding], policy: Policy
) -> tuple[Unkept, ...]:
    """Cells put together: elements first, then purposes, then recipients that have all else in common."""
    reached = {(use.element or "", use.recipient or "") for use in uses}
    reached |= {(element, _ANY) for element, _ in reached}
    by_pair: dict[tuple[str, str, tuple[str, ...], bool], list[str]] = {}
    for cell, clauses in cells.items():
        is_handled = (cell.element, cell.recipient) in reached
        by_pair.setdefault((cell.purpose, cell.recipient, clauses, is_handled), []).append(cell.element)
    by_recipient: dict[tuple[str, tuple[str, ...], bool, tuple[str, ...]], list[str]] = {}
    for (purpose, recipient, clauses, is_handled), elements in by_pair.items():
        key = (recipient, clauses, is_handled, tuple(sorted(elements)))
        by_recipient.setdefault(key, []).append(purpose)
    rows: dict[tuple[tuple[str, ...], tuple[str, ...], bool, tuple[str, ...]], list[str]] = {}
    for (recipient, clauses, is_handled, names), purposes in by_recipient.items():
        rows.setdefault((tuple(purposes), clauses, is_handled, names), []).append(recipient)
    found = (
        Unkept(purposes, tuple(recipients), clauses, is_handled, names)
        for (purposes, clauses, is_handled, names), recipients in rows.items()
    )
    order = _ranks(policy.purposes)
    return tuple(sorted(found, key=lambda one: (not one.handled, order.get(one.purposes[0], 0))))


def _ranks(words: Iterable[str]) -> dict[str, int]:
    return {word: rank for rank, word in enumerate(dict.fromkeys(words))}
