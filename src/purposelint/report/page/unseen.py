"""Blind spots by name: what was not read, where the analysis was cut short, and what it does not follow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from purposelint.domain.dossier import Package
from purposelint.domain.flows import Handover
from purposelint.domain.verdict import Problem, Verdict
from purposelint.report.page.words import Spot

_SHOWN = re.compile(r"(?:^|_)(?:render|jsonify|make_response)|Response$|^redirect$")
"""Last words of calls that hand data to whoever asked: a page, an answer."""

BEYOND = (
    """What a web service answers, in JSON or in pages made from templates, is told to whoever asked.
    purposelint judges logs, third parties and storage; who may see which page is for the access rules. The
    calls below are answers that visibly get personal data.""",
    """Templates themselves are not read, nor JavaScript, SQL files, notebooks, or the configuration of
    servers, proxies and dashboards. What a database, a queue or a vendor does with data after it was handed
    over is beyond the code.""",
)
"""What is out of scope, in words."""


class Unknown(NamedTuple):
    """A call that nobody described: its name, the elements that it gets, and where."""

    call: str
    elements: tuple[str, ...]
    spots: tuple[Spot, ...]


class Unseen(NamedTuple):
    """All blind spots of a run; `beside` are calls of packages whose rules name others that do something."""

    problems: tuple[Problem, ...]
    faults: tuple[str, ...]
    limits: tuple[str, ...]
    packages: tuple[tuple[Package, tuple[str, ...]], ...]
    unknown: tuple[Unknown, ...]
    beside: tuple[Unknown, ...]
    answers: tuple[Unknown, ...]

    @property
    def named(self) -> int:
        """How many there are, by name."""
        return sum(map(len, (self.problems, self.faults, self.limits, self.unknown, self.answers)))


def unseen_by(verdict: Verdict) -> Unseen:
    """Gather what a run could not see."""
    dossier = verdict.dossier
    calls = _by_call(dossier.handovers if dossier is not None else ())
    described = dossier.described if dossier is not None else frozenset()
    answers = tuple(one for one in calls if _SHOWN.search(one.call.rpartition(".")[2]))
    others = tuple(one for one in calls if one not in answers)
    got: dict[str, set[str]] = {}
    for one in calls:
        got.setdefault(_package(one), set()).update(one.elements)
    packages = tuple(
        (package, tuple(sorted(got.get(package.name, ()))))
        for package in (dossier.packages if dossier is not None else ())
    )
    return Unseen(
        verdict.problems,
        verdict.faults,
        verdict.limits,
        tuple(sorted(packages, key=lambda each: (not each[1], each[0].name))),
        tuple(one for one in others if _package(one) not in described),
        tuple(one for one in others if _package(one) in described),
        answers,
    )


def _package(call: Unknown) -> str:
    return call.call.partition(".")[0]


def _by_call(handovers: Iterable[Handover]) -> tuple[Unknown, ...]:
    elements: dict[str, set[str]] = {}
    spots: dict[str, set[Spot]] = {}
    for one in handovers:
        elements.setdefault(one.call, set()).add(one.element)
        spots.setdefault(one.call, set()).add(Spot(one.place.path, one.place.span.line))
    return tuple(
        Unknown(call, tuple(sorted(elements[call])), tuple(sorted(spots[call]))) for call in sorted(elements)
    )
