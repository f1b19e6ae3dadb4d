"""One case with all that a check needs to decide it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from purposelint.domain.policy import Answer, Policy, Ruling
from purposelint.judge.ask import (
    SELF,
    UNMAPPED,
    ask,
    includes,
    permitted_purposes,
    prohibited_anyway,
    recipient_of,
)
from purposelint.judge.cases import Case
from purposelint.judge.declarations.coverage import Cover, Coverage

_WORST_FIRST: tuple[Answer, ...] = ("forbidden", "silent", "open", "permitted")


TERMINAL = "terminal"
"""The kind of calls that show what they get to whoever runs a command."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A case, its declaration, and what the policy says.

    `answers` has a ruling for each declared purpose. `caller` is what the caller declares where each
    caller must (`strict-callers`) and a helper's declaration covers it, else None. `permitted` are
    the purposes that the policy permits here. `never` is the built-in prohibition that no purpose
    lifts, None where there is none. `kind` is what kind of vendor or library takes the data, '' if unknown.
    """

    case: Case
    cover: Cover | None
    ceiling: Cover | None
    caller: Cover | None
    asks_callers: bool
    recipient: str
    answers: tuple[tuple[str, Ruling], ...]
    permitted: tuple[str, ...]
    never: Ruling | None
    named: bool
    beyond: tuple[str, ...]
    """Declared purposes that the field's own declaration does not include."""

    anything: bool
    """Whether the policy lets any of its purposes be declared, so that listing them says nothing."""

    kind: str

    kinds_named: frozenset[str]
    """Kinds of the vendors that names around it mention, where nobody knows who receives it."""

    outside_helper: bool
    """Whether the caller's purposes go beyond those of the helper that its data passes."""

    could_get: tuple[str, ...] = ()
    """Where nobody knows who receives it: recipients that the policy would let have it."""

    not_kept: str = ""
    """Why the field that the data comes from may not be kept for what is `beyond` it, '' where it may."""

    @property
    def worst(self) -> tuple[str, Ruling] | None:
        """The purpose with the gravest answer, the first declared of several."""
        return min(self.answers, key=lambda answer: _WORST_FIRST.index(answer[1].answer), default=None)

    @property
    def unstated(self) -> tuple[str, Ruling] | None:
        """The first purpose that is permitted under a condition, when `because` states nothing."""
        if self.cover is None or self.cover.because:
            return None
        asked = (answer for answer in self.answers if answer[1].answer == "permitted" and answer[1].requires)
        return next(asked, None)


def weigh(
    case: Case,
    coverage: Coverage,
    policy: Policy,
    kind: str,
    kinds_named: frozenset[str] = frozenset(),
    *,
    strict_callers: bool,
) -> Weighed:
    """Look up everything about one case."""
    cover = coverage.of(case)
    ceiling = coverage.ceiling(case) if case.copied or not case.stored else None
    recipient = recipient_of(policy, case.vendor, case.host, case.activity)
    purposes = cover.purposes if cover else ()
    beyond = _beyond(policy, purposes, ceiling.purposes) if ceiling else ()
    last = len(case.handed) - 1
    asks_callers = strict_callers and cover is not None and cover.step < last and not case.column
    caller = coverage.at_step(case, last) if asks_callers else None
    return Weighed(
        case=case,
        cover=cover,
        ceiling=ceiling,
        caller=caller,
        asks_callers=asks_callers,
        recipient=recipient,
        answers=tuple((name, ask(policy, case.element, name, recipient, case.activity)) for name in purposes),
        permitted=permitted_purposes(policy, case.element, recipient, case.activity),
        never=prohibited_anyway(case.element, case.activity, shown=kind == TERMINAL),
        named=case.element in policy.named,
        beyond=beyond,
        anything=policy.head.default == "allow",
        kind=kind,
        kinds_named=kinds_named,
        outside_helper=caller is not None and bool(_beyond(policy, caller.purposes, purposes)),
        could_get=_could_get(policy, case, cover, ceiling) if recipient == UNMAPPED else (),
        not_kept=_not_kept(policy, case, beyond),
    )


def _could_get(policy: Policy, case: Case, cover: Cover | None, ceiling: Cover | None) -> tuple[str, ...]:
    """Recipients that may have it for what is declared, or, where nothing is, for any purpose."""
    found = [name for name in policy.recipients if name not in {SELF, UNMAPPED}]
    for declared in (cover, ceiling):
        if declared is not None and declared.recipients:
            found = [name for name in found if name in declared.recipients]
    if cover is None:
        return tuple(name for name in found if permitted_purposes(policy, case.element, name, case.activity))
    return tuple(name for name in found if all(_may_go(policy, case, cover, name)))


def _may_go(policy: Policy, case: Case, cover: Cover, recipient: str) -> Iterator[bool]:
    for purpose in cover.purposes:
        ruling = ask(policy, case.element, purpose, recipient, case.activity)
        yield ruling.answer == "permitted" and bool(cover.because or not ruling.requires)


def _not_kept(policy: Policy, case: Case, beyond: tuple[str, ...]) -> str:
    if not case.source.model:
        return ""
    asked = (ask(policy, case.element, name, SELF, "store") for name in beyond)
    return next((ruling.why for ruling in asked if ruling.answer != "permitted"), "")


def _beyond(policy: Policy, asked: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Purposes asked for that no allowed one is or includes."""
    return tuple(name for name in asked if not any(includes(policy, wide, name) for wide in allowed))


def goes_beyond(weighed: Weighed) -> bool:
    """Whether who receives it is nobody that the data's own field is declared to go to."""
    ceiling = weighed.ceiling
    if ceiling is None or not ceiling.recipients:
        return False
    return weighed.recipient not in {*ceiling.recipients, SELF}
