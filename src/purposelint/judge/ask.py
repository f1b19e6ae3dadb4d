"""Asking a policy whether an element may be used for a purpose, by a recipient, in a way.

Answers come in this order, first match wins: what is prohibited whatever a policy says, a purpose
that no code may declare, a prohibition (lifted by a purpose it names in `unless`), the closed list of
a purpose, a question, a permit, silence. A rule about a purpose holds for every purpose it includes.

Logging takes two permits. Whatever a purpose may log must be something it may use at all, and
something that may stand in a log. The first is answered by the rules that cover storing, and by those
that name both this purpose and logging; the second by the rules that cover logging. The weaker answer
counts. A rule without activities covers all and so speaks for both; `purposes = ["*"]` with
`activities = ["log"]` speaks of logs alone and grants no purpose anything it may not use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import msgspec

from purposelint.domain.policy import Answer, Forbid, Permit, Policy, Question, Ruling
from purposelint.judge.hosts import bare_host, is_on, is_own

_ANY = "*"
_LOG = "log"
_STORE = "store"
SELF = "self"
UNMAPPED = "unmapped"

_PROHIBITED: tuple[Forbid, ...] = (
    Forbid(
        elements=("financial.card_authentication",),
        activities=("store",),
        clause="PCI DSS 3.3.1",
        note="a card's security code, PIN or track data is never kept after authorisation",
    ),
    Forbid(
        elements=("financial.payment_card", "financial.card_authentication"),
        activities=("log",),
        clause="PCI DSS 3.5.1",
        note="card data is unreadable wherever it is kept, and a log keeps it",
    ),
    Forbid(
        elements=("credential.*",),
        activities=("log",),
        clause="CWE-532",
        note="whoever reads the log could log in with it",
    ),
)
"""Prohibited whatever a policy says. Elements are ids or globs."""

_SHOWN: dict[str, str] = {"CWE-532": "whoever sees the terminal or its log could log in with it"}
"""What is true of a terminal rather than of a log, by clause."""

WEAKNESS: dict[Answer, int] = {"forbidden": 0, "silent": 1, "open": 2, "permitted": 3}

_Rule: TypeAlias = Permit | Question


class _Asked(NamedTuple):
    """One question to a policy; `names` are the purpose and all purposes that include it."""

    element: str
    purpose: str
    names: frozenset[str]
    recipient: str
    activity: str

    def __str__(self) -> str:
        to = "" if self.recipient == SELF else f" with {self.recipient}"
        return f"{self.activity} {self.element}{to}"


@lru_cache(maxsize=65_536)
def ask(policy: Policy, element: str, purpose: str, recipient: str, activity: str) -> Ruling:
    """Answer of the policy, with the clause and one sentence why; the order is told above.

    Under `default = "deny"` silence stays silent, for the caller to treat as not permitted; under
    `default = "allow"` any declarable purpose of the policy is permitted what nothing forbids.
    """
    asked = _Asked(element, purpose, _wider(policy, purpose), recipient, activity)
    ruling = (
        prohibited_anyway(element, activity)
        or _undeclarable(policy, asked)
        or _forbidden(policy, asked)
        or _off_the_list(policy, asked)
        or _granted(policy, asked)
    )
    if ruling.answer == "silent" and policy.head.default == "allow" and purpose in policy.purposes:
        why = f'the policy "{policy.head.id}" lets any of its purposes be declared'
        return Ruling("permitted", policy.purposes[purpose].clause, why)
    return ruling


def prohibited_anyway(element: str, activity: str, *, shown: bool = False) -> Ruling | None:
    """What no policy can permit: card authentication data in storage, card data or credentials in logs.

    `shown`: on a terminal.
    """
    for rule in _PROHIBITED:
        if activity in rule.activities and any(fnmatchcase(element, glob) for glob in rule.elements):
            note = _SHOWN.get(rule.clause, rule.note) if shown else rule.note
            return Ruling("forbidden", rule.clause, f"{rule.clause}: {note}")
    return None


def permitted_purposes(policy: Policy, element: str, recipient: str, activity: str) -> tuple[str, ...]:
    """Purposes that may be declared for this use, in the policy's order: what a message can suggest."""
    return tuple(
        purpose
        for purpose in policy.purposes
        if ask(policy, element, purpose, recipient, activity).answer == "permitted"
    )


def recipient_of(policy: Policy, vendor: str, host: str, activity: str) -> str:
    """Who receives: `self`, a recipient's id, or `unmapped` for a vendor or host the policy does not map.

    The vendor decides before the host. Without either, logs and storage stay with the service, and
    what is shared goes to somebody unknown.
    """
    address = bare_host(host)
    for name, recipient in policy.recipients.items():
        if vendor and vendor in recipient.vendors:
            return name
    for name, recipient in policy.recipients.items():
        if address and any(is_on(address, pattern) for pattern in recipient.hosts):
            return name
    if vendor:
        return UNMAPPED
    if address:
        return SELF if is_own(address) else UNMAPPED
    return UNMAPPED if activity == "share" else SELF


def includes(policy: Policy, wide: str, narrow: str) -> bool:
    """Whether purpose `wide` is `narrow` or includes it, at any depth."""
    return wide in _wider(policy, narrow)


@lru_cache(maxsize=4_096)
def _wider(policy: Policy, purpose: str) -> frozenset[str]:
    """The purpose and every purpose that includes it, at any depth."""
    names = {purpose}
    grown = True
    while grown:
        above = {name for name, each in policy.purposes.items() if not names.isdisjoint(each.includes)}
        grown = not above <= names
        names |= above
    return frozenset(names)


def _undeclarable(policy: Policy, asked: _Asked) -> Ruling | None:
    purpose = policy.purposes.get(asked.purpose)
    if purpose is None or purpose.declarable:
        return None
    return Ruling("forbidden", purpose.clause, f"{asked.purpose} is not a purpose that code may declare")


def _forbidden(policy: Policy, asked: _Asked) -> Ruling | None:
    for rule in policy.forbids:
        if (
            asked.names.isdisjoint(rule.unless)
            and _matches(rule, asked)
            and (not rule.activities or asked.activity in rule.activities)
        ):
            why = _noted(f"{_cited(rule.clause)} rules out to {asked}", rule)
            return Ruling("forbidden", rule.clause, why)
    return None


def _off_the_list(policy: Policy, asked: _Asked) -> Ruling | None:
    """A closed purpose: the element must stand in a permit or question that names the purpose."""
    for name in sorted(asked.names):
        purpose = policy.purposes.get(name)
        if purpose is None or not purpose.closed:
            continue
        inside = {each for each in asked.names if includes(policy, name, each)}
        rules: Iterable[_Rule] = (*policy.permits, *policy.questions)
        if not any(asked.element in rule.elements and inside.intersection(rule.purposes) for rule in rules):
            why = f"{_cited(purpose.clause)} lists what {name} may use, without {asked.element}"
            return Ruling("forbidden", purpose.clause, why)
    return None


def _granted(policy: Policy, asked: _Asked) -> Ruling:
    """What questions and permits say; for a log the weaker of use and logging."""
    if asked.activity != _LOG:
        return _answer(policy, asked, lambda rule: not rule.activities or asked.activity in rule.activities)
    logging = _answer(policy, asked, lambda rule: not rule.activities or _LOG in rule.activities)
    use = _answer(policy, asked, _covers_use)
    if WEAKNESS[use.answer] < WEAKNESS[logging.answer]:
        return use
    return msgspec.structs.replace(logging, requires=logging.requires or use.requires)


def _covers_use(rule: _Rule) -> bool:
    """Whether a rule says what a purpose may use, rather than only what may stand in logs."""
    if not rule.activities or _STORE in rule.activities:
        return True
    return _LOG in rule.activities and bool(rule.purposes) and _ANY not in rule.purposes


def _answer(policy: Policy, asked: _Asked, covered: Callable[[_Rule], bool]) -> Ruling:
    questions = [rule for rule in policy.questions if covered(rule) and _is_asked(rule, asked)]
    if questions:
        return _of_questions(questions, asked)
    permits = [rule for rule in policy.permits if covered(rule) and _matches(rule, asked)]
    if permits:
        return _of_permit(policy, min(permits, key=lambda rule: rule.implied), asked)
    return _silent(policy, asked)


def _of_questions(questions: list[Question], asked: _Asked) -> Ruling:
    """A recorded no goes before an open question, that before a recorded yes."""
    rank = {"forbid": 0, "": 1, "permit": 2}
    decided = [(_decision(question, asked), question) for question in questions]
    decision, first = min(decided, key=lambda each: rank[each[0]])
    if not decision:
        why = f"{_cited(first.clause)} leaves open whether {asked.purpose} may {asked}"
        alone = f"; {first.by} permitted it to the service alone" if first.decision == "permit" else ""
        return Ruling("open", first.clause, f'{why} (question "{first.id}"{alone})')
    answer: Answer = "permitted" if decision == "permit" else "forbidden"
    said = "permitted" if decision == "permit" else "ruled out"
    why = f'{first.by} {said} it on {first.on} (question "{first.id}", {_cited(first.clause)})'
    return Ruling(answer, first.clause, why)


def _decision(question: Question, asked: _Asked) -> str:
    """The recorded decision as far as it speaks of the recipient: a yes that names none is for `self`.

    A permit without recipients speaks of the service alone too; somebody else must have been thought of.
    """
    if question.decision == "permit" and not question.recipients and asked.recipient != SELF:
        return ""
    return question.decision


def _of_permit(policy: Policy, rule: Permit, asked: _Asked) -> Ruling:
    verb = "implies" if rule.implied else "says"
    why = _noted(f"{_cited(rule.clause)} {verb} that {asked.purpose} may {asked}", rule)
    purpose = policy.purposes.get(asked.purpose)
    requires = rule.requires or (purpose.requires if purpose else "")
    return Ruling("permitted", rule.clause, why, requires)


def _silent(policy: Policy, asked: _Asked) -> Ruling:
    if not asked.purpose:
        return Ruling("silent", "", "no purpose is declared")
    if asked.purpose not in policy.purposes:
        return Ruling("silent", "", f"the policy has no purpose {asked.purpose}")
    if asked.element not in policy.named:
        return Ruling("silent", "", f"the policy does not name {asked.element}")
    clause = policy.purposes[asked.purpose].clause
    return Ruling("silent", clause, f"the policy nowhere says that {asked.purpose} may {asked}")


def _is_asked(question: Question, asked: _Asked) -> bool:
    """Whether a question concerns a use: one without any list is about the text alone."""
    lists = (question.elements, question.purposes, question.recipients, question.activities)
    return any(lists) and _matches(question, asked)


def _matches(rule: Permit | Forbid | Question, asked: _Asked) -> bool:
    """Whether element, purpose and recipient meet; an empty list means any."""
    return (
        (not rule.purposes or _ANY in rule.purposes or not asked.names.isdisjoint(rule.purposes))
        and (not rule.recipients or _ANY in rule.recipients or asked.recipient in rule.recipients)
        and (not rule.elements or asked.element in rule.elements)
    )


def _cited(clause: str) -> str:
    """A clause in a sentence: `clause 1.3`, a standard's by its own name."""
    if not clause:
        return "the policy"
    return f"clause {clause}" if clause[0].isdigit() else clause


def _noted(why: str, rule: Permit | Forbid) -> str:
    return f"{why}: {rule.note}" if rule.note else why
