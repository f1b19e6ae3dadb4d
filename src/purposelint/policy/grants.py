"""What files grant on ground that one before them has locked: no more than was granted there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product, starmap
from typing import NamedTuple, TypeAlias

from purposelint.domain.policy import Permit, Purpose, Question
from purposelint.errors import InputMistake
from purposelint.policy.reach import ANY, Taken, activities_of, listed, purposes_meant
from purposelint.policy.toml_lines import KeyPath

_Grant: TypeAlias = Permit | Question


class _Cell(NamedTuple):
    element: str
    purpose: str
    recipient: str
    activity: str


class _Reach(NamedTuple):
    """What one grant covers, its lists resolved."""

    elements: frozenset[str]
    purposes: set[str]
    recipients: set[str]
    activities: set[str]
    requires: str
    label: str = ""


@dataclass
class Ground:
    """What is granted so far, and which part of it is locked, with the file that did it."""

    recipients: Collection[str]
    elements: tuple[str, ...] = ()
    """All there are: a question that lists none is about any of them."""
    grants: list[_Grant] = field(default_factory=list)
    permits: list[tuple[Permit, str]] = field(default_factory=list)
    locked_purposes: dict[str, str] = field(default_factory=dict)
    locked_recipients: dict[str, str] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)

    def add(self, taken: Taken) -> None:
        """Take in what one file grants and locks."""
        file, label = taken.link.file, taken.link.document.label
        whole = file.policy.locked
        for name, purpose in file.purposes.items():
            if purpose.locked or whole:
                self.locked_purposes.setdefault(name, label)
        for name, recipient in file.recipients.items():
            if recipient.locked or whole:
                self.locked_recipients.setdefault(name, label)
        self.permits += [(permit, label) for permit in taken.permits if permit.locked or whole]
        self.grants += [*taken.permits, *(one for one in taken.questions if one.decision == "permit")]
        self.questions |= {one.id: one for one in taken.questions}


def widened(ground: Ground, taken: Taken, purposes: Mapping[str, Purpose]) -> Iterator[InputMistake]:
    """Permits, and questions decided so, that grant more than the files before them on locked ground."""
    if not (ground.permits or ground.locked_purposes or ground.locked_recipients):
        return
    granted = [_reach(ground, purposes, grant) for grant in ground.grants]
    locked = [_reach(ground, purposes, permit, label) for permit, label in ground.permits]
    asked: list[tuple[KeyPath, _Grant]] = [
        (("permit", index), permit) for index, permit in enumerate(taken.permits)
    ]
    for index, question in enumerate(taken.questions):
        base = ground.questions.get(question.id)
        if base and base.locked:
            continue
        key = _softened(base, question) if base and _is_locked(ground, locked, purposes, base) else ""
        if key:
            message = "lets more than the question of this name before it, which stands on locked ground"
            yield taken.link.document.mistake(("question", index, key), message)
        elif _grants_anew(base, question):
            asked.append((("question", index), question))
    for at, grant in asked:
        reach = _reach(ground, purposes, grant)
        for cell in _cells(grant.elements or ground.elements, reach):
            label = _locker(ground, locked, cell)
            key = _excess(granted, cell, reach.requires) if label else ""
            if key:
                yield taken.link.document.mistake((*at, key), _said(key, cell, label))
                break


def _is_locked(
    ground: Ground, locked: Sequence[_Reach], purposes: Mapping[str, Purpose], question: Question
) -> bool:
    """Whether a question is about something locked; one without any list is about the text alone."""
    if not any(_lists(question)):
        return False
    reach = _reach(ground, purposes, question)
    return (
        not reach.purposes.isdisjoint(ground.locked_purposes)
        or not reach.recipients.isdisjoint(ground.locked_recipients)
        or any(
            not (reach.elements.isdisjoint(each.elements) or reach.purposes.isdisjoint(each.purposes))
            for each in locked
        )
    )


def _grants_anew(base: Question | None, question: Question) -> bool:
    """Whether a decision permits something that no question before it was about."""
    if question.decision != "permit" or not any(_lists(question)):
        return False
    return base is None or _lists(base) != _lists(question)


def _softened(base: Question, question: Question) -> str:
    """The key by which a question lets more than it did: a no taken back, or asked of less than before."""
    if base.decision == "forbid" and question.decision != "forbid":
        return "decision"
    for key in ("elements", "purposes", "recipients", "activities"):
        before, now = getattr(base, key), getattr(question, key)
        if ANY in now:
            continue
        if now and not (before and set(before) <= set(now)) and before != now:
            return key
    return "" if any(_lists(question)) else "elements"


def _reach(ground: Ground, purposes: Mapping[str, Purpose], grant: _Grant, label: str = "") -> _Reach:
    return _Reach(
        frozenset(grant.elements or ground.elements),
        purposes_meant(purposes, grant.purposes),
        listed(grant.recipients, ground.recipients),
        activities_of(grant),
        getattr(grant, "requires", ""),
        label,
    )


def _cells(elements: tuple[str, ...], reach: _Reach) -> Iterator[_Cell]:
    """Everything one grant covers, in a fixed order."""
    lists = (elements, sorted(reach.purposes), sorted(reach.recipients), sorted(reach.activities))
    return starmap(_Cell, product(*lists))


def _said(key: str, cell: _Cell, label: str) -> str:
    what = f"{cell.activity} {cell.element} for {cell.purpose} to {cell.recipient}"
    if key == "requires":
        return f"is missing: {label} locks what it requires to {what}"
    return f"goes beyond what is locked in {label}, which does not grant this: {what}"


def _locker(ground: Ground, locked: Sequence[_Reach], cell: _Cell) -> str:
    """The file that has locked who may get an element for a purpose; '' for none."""
    if cell.purpose in ground.locked_purposes:
        return ground.locked_purposes[cell.purpose]
    if cell.recipient in ground.locked_recipients:
        return ground.locked_recipients[cell.recipient]
    for reach in locked:
        if cell.element in reach.elements and cell.purpose in reach.purposes:
            return reach.label
    return ""


def _excess(granted: Sequence[_Reach], cell: _Cell, requires: str) -> str:
    """The key by which a cell goes beyond everything granted before; '' if it does not."""
    near = [each for each in granted if cell.element in each.elements and cell.purpose in each.purposes]
    if not near:
        return "elements"
    nearer = [each for each in near if cell.recipient in each.recipients]
    if not nearer:
        return "recipients"
    same = [each for each in nearer if cell.activity in each.activities]
    if not same:
        return "activities"
    bound = all(each.requires for each in same)
    return "requires" if bound and not requires else ""


def _lists(question: Question) -> tuple[tuple[str, ...], ...]:
    return question.elements, question.purposes, question.recipients, question.activities
