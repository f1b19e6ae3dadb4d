"""Blind spots by name: what was not read, where the analysis was cut short, and what it does not follow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from purposelint.domain.dossier import Package
from purposelint.domain.flows import Handover
from purposelint.domain.unrecognised import Unreached, package_of
from purposelint.domain.verdict import Problem, Verdict
from purposelint.report.page.words import Spot

OWN_CLASSES = "the project itself"
"""Stands for the package where a class of the project has a method from one that is out of sight."""

_ROWS = re.compile(r"rows\[([^\[\]]*)\]")
"""How the analysis calls what a model's manager gives."""

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


class Stranger(NamedTuple):
    """A package that nobody described and that gets personal data: which, and by which calls."""

    name: str
    elements: tuple[str, ...]
    calls: tuple[Unknown, ...]


class Unseen(NamedTuple):
    """All blind spots of a run.

    `unknown` are packages that get personal data, `packages` others without a rule; `beside` are calls of
    packages whose rules name others that do something, `unreached` packages of vendors none of whose calls
    was recognised.
    """

    problems: tuple[Problem, ...]
    faults: tuple[str, ...]
    limits: tuple[str, ...]
    packages: tuple[Package, ...]
    unknown: tuple[Stranger, ...]
    beside: tuple[Unknown, ...]
    answers: tuple[Unknown, ...]
    unreached: tuple[Unreached, ...]

    @property
    def named(self) -> int:
        """How many there are, by name."""
        return sum(number for number, _, _ in self.counts)

    @property
    def counts(self) -> tuple[tuple[int, str, str], ...]:
        """How many there are of each kind, with what they are called, one and several."""
        return (
            (len(self.problems), "file that was not analysed", "files that were not analysed"),
            (len(self.unknown), "package that gets personal data", "packages that get personal data"),
            (len(self.unreached), "vendor without a known call", "vendors without a known call"),
            (len(self.answers), "kind of answer", "kinds of answers"),
            (len(self.limits) + len(self.faults), "function cut short", "functions cut short"),
        )


def unseen_by(verdict: Verdict) -> Unseen:
    """Gather what a run could not see."""
    dossier = verdict.dossier
    calls = _by_call(dossier.handovers if dossier is not None else ())
    described = dossier.described if dossier is not None else frozenset()
    packages = {one.name: one for one in (dossier.packages if dossier is not None else ())}
    answers = tuple(
        one
        for one in calls
        if _SHOWN.search(one.call.rpartition(".")[2]) and not package_of(one.call, packages)
    )
    others = [one for one in calls if one not in answers]
    strangers: dict[str, list[Unknown]] = {}
    for one in others:
        if one.call.partition(".")[0] not in described:
            strangers.setdefault(package_of(one.call, packages) or OWN_CLASSES, []).append(one)
    return Unseen(
        verdict.problems,
        verdict.faults,
        verdict.limits,
        tuple(packages[name] for name in sorted(packages) if name not in strangers),
        tuple(_stranger(name, strangers[name]) for name in sorted(strangers, key=_last_of_all)),
        tuple(one for one in others if one.call.partition(".")[0] in described),
        answers,
        verdict.unrecognised.unreached,
    )


def _last_of_all(name: str) -> tuple[bool, str]:
    return (name == OWN_CLASSES, name)


def _stranger(name: str, calls: list[Unknown]) -> Stranger:
    return Stranger(name, tuple(sorted({each for one in calls for each in one.elements})), tuple(calls))


def _by_call(handovers: Iterable[Handover]) -> tuple[Unknown, ...]:
    elements: dict[str, set[str]] = {}
    spots: dict[str, set[Spot]] = {}
    for one in handovers:
        call = _ROWS.sub(r"\1.objects", one.call)
        elements.setdefault(call, set()).add(one.element)
        spots.setdefault(call, set()).add(Spot(one.place.path, one.place.span.line))
    return tuple(
        Unknown(call, tuple(sorted(elements[call])), tuple(sorted(spots[call]))) for call in sorted(elements)
    )
