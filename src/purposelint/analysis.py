"""The stages, one after the other: what a run makes of a project when it knows of none before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from purposelint import host, policy
from purposelint.classify import classify
from purposelint.domain.baseline import Baseline
from purposelint.domain.catalog import Catalog
from purposelint.domain.dossier import Ledger, Package
from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.domain.flows import Flows, Guarding, Handover, SinkCall
from purposelint.domain.limits import STANDARD, Limits
from purposelint.domain.policy import Policy
from purposelint.domain.program import Program
from purposelint.domain.promises import Promises
from purposelint.domain.settings import Settings
from purposelint.domain.sightings import Sightings
from purposelint.domain.undisclosed import (
    judged_without_literals,
    ledger_without_literals,
    without_literals,
)
from purposelint.domain.verdict import FileCounts, Judged, Judgement, Problem, Terms, Verdict
from purposelint.judge.codes import CODES, FILE_NOT_ANALYSED, NOTHING_ANALYSED
from purposelint.judge.judging import judge
from purposelint.judge.promises import promises as promises_of
from purposelint.judge.severity import is_sensitive
from purposelint.judge.unrecognised import described, packages, unrecognised
from purposelint.judge.within import within
from purposelint.link import link
from purposelint.recursion import FRAMES_OF_A_RUN, frames_left
from purposelint.remembering.about import run_info
from purposelint.remembering.flows import Remembered, key_of
from purposelint.remembering.told import before

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done and how much there is (0: not known)."""


@dataclass(frozen=True, eq=False)
class Run:
    """What the stages of one run gave."""

    settings: Settings
    policy: Policy
    catalog: Catalog
    program: Program
    sightings: Sightings
    guardings: tuple[Guarding, ...]
    verdict: Verdict
    ledger: Ledger
    handovers: tuple[Handover, ...]
    discovery: host.Discovery
    packages: tuple[Package, ...] = ()
    """Those that the code imports and no rule describes."""

    baseline: Baseline | None = None
    """The one that the verdict was held against."""

    sinks: tuple[SinkCall, ...] = ()
    """Calls that are sinks, with or without personal data."""


@host.uncollected()
@frames_left(FRAMES_OF_A_RUN)
def run(
    settings: Settings,
    on_progress: Progress | None = None,
    loaded: tuple[Catalog, Policy] | None = None,
    *,
    unknown: bool = False,
) -> Run:
    """Do what `check` does and keep what each stage gave.

    `loaded` is what `policy.load` gives for these settings, where a caller has it already. With `unknown`
    data is followed through parameters to calls that nobody described, too.
    """
    catalog, policy_in_force = loaded or policy.load(settings)
    discovery = host.discover(settings)
    stages = _through(settings, discovery, (catalog, policy_in_force), on_progress, unknown=unknown)
    facts, unreadable, program, sightings, flows, judged = stages
    if discovery.named:
        judged = within(judged, discovery.named, before(settings, policy_in_force))
        facts = tuple(one for one in facts if one.path in discovery.named)
        unreadable = tuple(
            one for one in unreadable if one.path in discovery.named or one in discovery.unreadable
        )
    handovers = _handovers(flows.handovers, discovery.named)
    found_packages = _packages(settings, program, catalog)
    asked = partial(is_sensitive, catalog=catalog, policy=policy_in_force, asked=settings.configuration)
    told = [one for one in handovers if asked(one.element)]
    verdict = Verdict(
        run=run_info(settings, catalog, policy_in_force),
        findings=tuple(map(without_literals, judged.findings)),
        judgements=tuple(map(judged_without_literals, judged.judgements)),
        files=FileCounts(
            len(facts) + len(unreadable), len(facts), len(unreadable), tests_in(settings, discovery)
        ),
        problems=_problems(settings, discovery, facts, unreadable),
        sensitivity={one.id: one.sensitivity for one in catalog.elements.values()},
        terms=_terms(catalog, policy_in_force),
        excerpts=host.excerpts_of(settings.root, judged.findings, settings.unsaved),
        line_hashes=host.line_hashes_of(settings.root, judged.findings, settings.unsaved),
        counts=flows.counts,
        limits=_limits(program, flows.limits, discovery.named),
        faults=flows.faults,
        codes=tuple(CODES.values()),
        unrecognised=unrecognised(catalog, found_packages, told, None if discovery.named else flows),
    )
    return Run(
        settings,
        policy_in_force,
        catalog,
        program,
        sightings,
        flows.guardings,
        verdict,
        ledger_without_literals(judged.ledger),
        _handovers(flows.handed_through, discovery.named) if unknown and flows.handed_through else handovers,
        discovery,
        found_packages,
        sinks=flows.sinks,
    )


def judgements_of(made: Run, wider: Settings, on_progress: Progress | None = None) -> tuple[Judgement, ...]:
    """What a run over more files than one that is made would judge; nothing of it is told otherwise."""
    loaded = (made.catalog, made.policy)
    return _through(wider, host.discover(wider), loaded, on_progress, aside=True).judged.judgements


class _Stages(NamedTuple):
    """What the stages give, one after the other."""

    facts: tuple[FileFacts, ...]
    unreadable: tuple[Unreadable, ...]
    program: Program
    sightings: Sightings
    flows: Flows
    judged: Judged


def _through(
    settings: Settings,
    discovery: host.Discovery,
    loaded: tuple[Catalog, Policy],
    on_progress: Progress | None,
    *,
    unknown: bool = False,
    aside: bool = False,
) -> _Stages:
    """Go through the stages; what an analysis `aside` finds is kept apart from what `check` does."""
    tell = on_progress or _silent
    catalog, policy_in_force = loaded
    work = partial(extract, limits=settings.configuration.limits)
    facts, unreadable = host.cached_map(work, discovery, settings, partial(tell, "Reading files"))
    tell("Following data", 0, 0)
    program = link(facts)
    sightings = classify(program, catalog)
    key = key_of(facts, sightings, catalog)
    flows = Remembered(settings, key, program, sightings, catalog, unknown, aside).flows(discovery.named)
    judged = judge(program, sightings, flows, policy_in_force, catalog, settings)
    return _Stages(tuple(facts), tuple(unreadable), program, sightings, flows, judged)


def promises(made: Run) -> Promises:
    """Hold what the policy promises beside what the code of a run does."""
    return promises_of(made.policy, made.verdict, made.settings)


def extract(source: SourceFile, limits: Limits = STANDARD) -> FileFacts | Unreadable:
    """Read one file into facts; the parser is loaded only when a file must be read anew."""
    from purposelint.extract import extract as read  # noqa: PLC0415 - a warm run needs no parser
    from purposelint.extract import within  # noqa: PLC0415 - likewise

    with within(limits):
        return read(source)


def _limits(program: Program, found: tuple[str, ...], named: Collection[str]) -> tuple[str, ...]:
    """Functions and classes that met a bound of the analysis; where files were asked for, theirs."""
    places = {symbol: info.path for symbol, info in program.classes.items()} if named else {}
    places |= {symbol: info.path for symbol, info in program.functions.items()} if named else {}
    return tuple(symbol for symbol in found if not named or places.get(symbol) in named)


def _terms(catalog: Catalog, policy_in_force: Policy) -> Terms:
    """What elements and purposes are in the Data Privacy Vocabulary, where entry or policy says it."""
    return Terms(
        catalog.vocabulary.dpv,
        {one.id: one.dpv for one in catalog.elements.values() if one.dpv},
        {name: one.dpv for name, one in policy_in_force.purposes.items() if one.dpv},
    )


def _packages(settings: Settings, program: Program, catalog: Catalog) -> tuple[Package, ...]:
    """Packages without rules; what lies in a folder of the project is its own, read or not."""
    return packages(program, described(catalog), partial(host.is_module, settings.root))


def _handovers(found: tuple[Handover, ...], named: Collection[str]) -> tuple[Handover, ...]:
    """Those of the files that were asked for, where files were."""
    return tuple(one for one in found if not named or one.place.path in named)


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def tests_in(settings: Settings, discovery: host.Discovery) -> int:
    """Files of tests that a run left out."""
    return discovery.outside.test_files(settings.root)


def _problems(
    settings: Settings,
    discovery: host.Discovery,
    facts: Sequence[FileFacts],
    unreadable: Iterable[Unreadable],
) -> tuple[Problem, ...]:
    """PUR901 for each file that could not be read, PUR902 when nothing at all was analysed.

    Nothing is fine where all that was asked for by name is left out on purpose.
    """
    found = [Problem(FILE_NOT_ANALYSED.code, one.path, one.reason, one.line) for one in unreadable]
    if not facts and (found or not discovery.passed_by):
        reason = (
            "none of the files found could be analysed" if found else "no Python file was found to analyse"
        )
        outside = discovery.outside.told(settings.root)
        reason += f"; left out: {outside}" if outside else ""
        found.append(Problem(NOTHING_ANALYSED.code, "", reason))
    return tuple(sorted(found, key=lambda one: (one.path, one.line, one.code)))
