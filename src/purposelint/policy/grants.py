"""What files grant on ground that one before them has locked: no more than was granted there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product, starmap
from typing import NamedTuple, TypeAlias

from purposelint.domain.policy import Permit, Purpose, Question
from purposelint.errors import InputMistake
from purposelint.policy.reach import Taken, activities_of, listed, purposes_meant
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

    def answers(self, question: Question) -> bool:
        """Whether a question is one of a base, decided as it was asked: that loosens nothing."""
        base = self.questions.get(question.id)
        return base is not None and _lists(base) == _lists(question)


def widened(ground: Ground, taken: Taken, purposes: Mapping[str, Purpose]) -> Iterator[InputMistake]:
    """Permits, and questions decided so, that grant more than the files before them on locked ground."""
    if not (ground.permits or ground.locked_purposes or ground.locked_recipients):
        return
    granted = [_reach(ground, purposes, grant) for grant in ground.grants]
    locked = [_reach(ground, purposes, permit, label) for permit, label in ground.permits]
    asked: list[tuple[KeyPath, _Grant]] = [
        (("permit", index), permit) for index, permit in enumerate(taken.permits)
    ]
    asked += [
        (("question", index), question)
        for index, question in enumerate(taken.questions)
        if question.decision == "permit" and not ground.answers(question)
    ]
    for at, grant in asked:
        reach = _reach(ground, purposes, grant)
        for cell in _cells(grant, reach):
            label = _locker(ground, locked, cell)
            key = _excess(granted, cell, reach.requires) if label else ""
            if key:
                yield taken.link.document.mistake((*at, key), _said(key, cell, label))
                break


def _reach(ground: Ground, purposes: Mapping[str, Purpose], grant: _Grant, label: str = "") -> _Reach:
    return _Reach(
        frozenset(grant.elements),
        purposes_meant(purposes, grant.purposes),
        listed(grant.recipients, ground.recipients),
        activities_of(grant),
        getattr(grant, "requires", ""),
        label,
    )


def _cells(grant: _Grant, reach: _Reach) -> Iterator[_Cell]:
    """Everything one grant covers, in a fixed order."""
    lists = (grant.elements, sorted(reach.purposes), sorted(reach.recipients), sorted(reach.activities))
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
