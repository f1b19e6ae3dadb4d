"""The stages, joined: the whole product on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from purposelint import host, judge, policy
from purposelint._version import __version__
from purposelint.classify import classify
from purposelint.domain.catalog import Catalog
from purposelint.domain.explanation import Answered, Considered, Explanation
from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.domain.flows import Guarding
from purposelint.domain.limits import STANDARD, Limits
from purposelint.domain.mentions import fields_on, mentions_on
from purposelint.domain.place import Place
from purposelint.domain.policy import Policy
from purposelint.domain.program import Program
from purposelint.domain.promises import Promises
from purposelint.domain.settings import Settings
from purposelint.domain.sightings import Evidence, Sighting, Sightings
from purposelint.domain.undisclosed import (
    explained_without_literals,
    judged_without_literals,
    without_literals,
)
from purposelint.domain.verdict import FileCounts, Finding, Problem, RunInfo, Verdict
from purposelint.judge.ask import ask
from purposelint.judge.codes import CODES, FILE_NOT_ANALYSED, NOTHING_ANALYSED
from purposelint.link import link
from purposelint.recursion import FRAMES_OF_A_RUN, frames_left
from purposelint.remembering import Remembered, key_of, remember_told, told_before

__all__ = [
    "CODES",
    "Run",
    "answers",
    "check",
    "explain",
    "including",
    "load",
    "promises",
    "run",
    "settings_for",
]

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


def check(settings: Settings, on_progress: Progress | None = None) -> Verdict:
    """Judge every file the settings select against the policy they name."""
    return run(settings, on_progress).verdict


@host.uncollected()
@frames_left(FRAMES_OF_A_RUN)
def run(settings: Settings, on_progress: Progress | None = None) -> Run:
    """Do what `check` does and keep what each stage gave."""
    tell = on_progress or _silent
    catalog, policy_in_force = policy.load(settings)
    discovery = host.discover(settings)
    contents: dict[str, bytes] = {}
    reading = partial(tell, "Reading files")
    work = partial(extract, limits=settings.configuration.limits)
    facts, unreadable = host.cached_map(work, discovery, settings, reading, contents=contents)
    tell("Following data", 0, 0)
    program = link(facts)
    sightings = classify(program, catalog)
    kept = Remembered(settings, key_of(facts, contents, catalog), program, sightings, catalog)
    flows = kept.flows(discovery.named)
    judged = judge.judge(program, sightings, flows, policy_in_force, catalog, settings)
    if discovery.named:
        judged = judge.within(judged, discovery.named, told_before(settings))
        facts = tuple(one for one in facts if one.path in discovery.named)
        unreadable = tuple(
            one for one in unreadable if one.path in discovery.named or one in discovery.unreadable
        )
    remember_told(settings, judged.findings)
    verdict = Verdict(
        run=_run_info(settings, catalog, policy_in_force),
        findings=tuple(map(without_literals, judged.findings)),
        judgements=tuple(map(judged_without_literals, judged.judgements)),
        files=FileCounts(len(facts) + len(unreadable), len(facts), len(unreadable)),
        problems=_problems(facts, unreadable),
        sensitivity={one.id: one.sensitivity for one in catalog.elements.values()},
        excerpts=host.excerpts_of(settings.root, judged.findings),
        counts=flows.counts,
        limits=flows.limits,
        faults=flows.faults,
        codes=tuple(CODES.values()),
    )
    return Run(settings, policy_in_force, catalog, program, sightings, flows.guardings, verdict)


def promises(made: Run) -> Promises:
    """Hold what the policy promises beside what the code of a run does."""
    return judge.promises(made.policy, made.verdict, made.settings)


def extract(source: SourceFile, limits: Limits = STANDARD) -> FileFacts | Unreadable:
    """Read one file into facts; the parser is loaded only when a file must be read anew."""
    from purposelint.extract import extract as read  # noqa: PLC0415 - a warm run needs no parser
    from purposelint.extract import within  # noqa: PLC0415 - likewise

    with within(limits):
        return read(source)


def settings_for(
    paths: Sequence[Path], config: Path | None = None, overrides: Mapping[str, object] | None = None
) -> Settings:
    """Settings of a run from paths, configuration file and command line; InputError if unusable."""
    return policy.settings_for(paths, config, overrides, tuple(CODES))


def load(settings: Settings) -> tuple[Catalog, Policy]:
    """The rules and the policy that the settings name; InputError with every mistake in them."""
    return policy.load(settings)


def including(settings: Settings, path: str) -> Settings:
    """The same settings, made to read one file that is asked for by name."""
    return msgspec.structs.replace(settings, paths=(settings.root, settings.root / path))


def explain(settings: Settings, path: str, line: int) -> Explanation:
    """Say what was made of one line: `path` is relative to the project root, with forward slashes."""
    made = run(settings)
    verdict = made.verdict
    facts = next((module.facts for module in made.program.modules.values() if module.path == path), None)
    names = _considered(made, facts, line) if facts else ()
    considered = tuple(one for one in names if one.element or one.evidence)
    told = {one.name for one in considered}
    found = Explanation(
        path,
        line,
        host.lines_of(settings.root, path, {line}).get(line, ""),
        considered,
        tuple(dict.fromkeys(one.name for one in names if one.name not in told)),
        tuple(one for one in verdict.judgements if _touches(one.finding, path, line)),
        tuple(one for one in verdict.findings if _stands(one.place, path, line) or _touches(one, path, line)),
        tuple(problem for problem in verdict.problems if problem.path == path),
        tuple(one for one in made.guardings if _stands(one.place, path, line)),
    )
    return explained_without_literals(found)


def answers(
    made_policy: Policy, elements: Iterable[str], purposes: Sequence[str], recipients: Sequence[str]
) -> tuple[Answered, ...]:
    """What a policy answers; of the service itself it is asked about storing and logging, else sharing."""
    return tuple(
        Answered(
            element,
            purpose,
            recipient,
            activity,
            ask(made_policy, element, purpose, recipient, activity),
        )
        for element in elements
        for purpose in purposes
        for recipient in recipients
        for activity in (("store", "log") if recipient == "self" else ("share",))
    )


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def _run_info(settings: Settings, catalog: Catalog, policy_in_force: Policy) -> RunInfo:
    """What a verdict is made from; nothing in it depends on the machine."""
    commit, dirty = host.revision(settings.root)
    asked = [
        path.relative_to(settings.root).as_posix()
        for path in settings.paths
        if path.is_relative_to(settings.root)
    ]
    inside = (settings.root / policy_in_force.path).is_file()
    return RunInfo(
        tool=__version__,
        rules=catalog.digest,
        policy_id=policy_in_force.head.id,
        policy_version=policy_in_force.head.version,
        policy_path=policy_in_force.path if inside else f"purposelint:{policy_in_force.path}",
        policy_digest=policy_in_force.digest,
        commit=commit,
        dirty=dirty,
        options={**msgspec.to_builtins(settings.configuration), "paths": sorted(asked)},
        project=settings.root.name,
    )


def _problems(facts: Sequence[FileFacts], unreadable: Iterable[Unreadable]) -> tuple[Problem, ...]:
    """PUR901 for each file that could not be read, PUR902 when nothing at all was analysed."""
    found = [Problem(FILE_NOT_ANALYSED.code, one.path, one.reason, one.line) for one in unreadable]
    if not facts:
        reason = (
            "none of the files found could be analysed" if found else "no Python file was found to analyse"
        )
        found.append(Problem(NOTHING_ANALYSED.code, "", reason))
    return tuple(sorted(found, key=lambda one: (one.path, one.line, one.code)))


def _considered(made: Run, facts: FileFacts, line: int) -> tuple[Considered, ...]:
    """Every name on a line with what it was taken for: fields first, then names that code mentions."""
    sightings = made.sightings
    symbols = {(one.path, one.index): symbol for symbol, one in made.program.classes.items()}
    found: list[Considered] = []
    for class_, field in fields_on(facts, line):
        key = (symbols.get((facts.path, facts.classes.index(class_)), class_.qualname), field.name)
        found += _taken("field", f"{class_.name}.{field.name}", sightings.fields.get(key, ()))
        found += _dropped("field", f"{class_.name}.{field.name}", sightings.doubts.get(key, ()))
    declared = {field.name for _, field in fields_on(facts, line)}
    found += _unwritten(made, facts.path, line, declared)
    found += _filled(made, facts.path, line)
    for mention in mentions_on(facts, line):
        if mention.kind == "variable" and mention.name in declared:
            continue
        name = f"{mention.receiver}.{mention.name}" if mention.receiver else mention.name
        found += _taken(mention.kind, name, sightings.mentions.get(mention, ()))
        found += _dropped(mention.kind, name, sightings.doubts.get((mention.receiver, mention.name), ()))
        found.append(Considered(mention.kind, name))
    return tuple(found)


def _unwritten(made: Run, path: str, line: int, written: AbstractSet[str]) -> list[Considered]:
    """Fields that a line declares without an assignment in a class body: inherited ones, those of a table."""
    found: list[Considered] = []
    for (owner, name), sightings in made.sightings.fields.items():
        here = sightings[0].place if sightings else None
        stands = here is not None and here.path == path and here.span.line <= line <= here.span.end_line
        if stands and name not in written:
            found += _taken("field", f"{owner.rpartition('.')[2]}.{name}", sightings)
    return found


def _filled(made: Run, path: str, line: int) -> list[Considered]:
    """Columns on a line whose names say nothing, by what is put into them."""
    found: list[Considered] = []
    for (owner, name), column in made.sightings.neutral.items():
        told = (one.finding for one in made.verdict.judgements if _stands(column.place, path, line))
        ways: dict[str, dict[Evidence, None]] = {}
        for finding in told:
            if (finding.owner, finding.expr, finding.place) == (owner, name, column.place):
                ways.setdefault(finding.element or "", {}).update(dict.fromkeys(_ways_in(finding)))
        shown = f"{owner.rpartition('.')[2]}.{name}"
        found += [Considered("field", shown, element, "medium", tuple(ways[element])) for element in ways]
    return found


def _ways_in(finding: Finding) -> list[Evidence]:
    """Where what a column holds was put into it."""
    steps = [hop for hop in finding.trace[:-1] if hop.note.startswith("put into")] or finding.trace[:1]
    return [Evidence("flow", f"{hop.place.path}:{hop.place.span.line} puts it in") for hop in steps]


def _taken(kind: str, name: str, found: Iterable[Sighting]) -> list[Considered]:
    return [Considered(kind, name, one.element, one.confidence, one.evidence) for one in found]


def _dropped(kind: str, name: str, reasons: tuple[Evidence, ...]) -> list[Considered]:
    return [Considered(kind, name, evidence=reasons)] if reasons else []


def _stands(place: Place | None, path: str, line: int) -> bool:
    return place is not None and place.path == path and place.span.line <= line <= place.span.end_line


def _touches(finding: Finding, path: str, line: int) -> bool:
    """Whether a finding, its data, its sink, its source or one of its hops stands on a line."""
    source = finding.source
    if source is not None and (source.path, source.line) == (path, line):
        return True
    places = (finding.place, finding.data, finding.sink, *(hop.place for hop in finding.trace))
    return any(_stands(place, path, line) for place in places)
