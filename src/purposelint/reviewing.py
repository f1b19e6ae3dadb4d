"""The dossier of a run: what a reviewer is shown beside its verdict, gathered from every stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from sys import stdlib_module_names
from typing import NamedTuple

import msgspec

from purposelint import analysis, host, policy
from purposelint.analysis import Run
from purposelint.domain.dossier import Dossier, Ledger, Package, Silencer
from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import Judgement, Verdict
from purposelint.judge.baselined import files_of

_FEW_FILES = 500
"""Files left out that are read for the report however few the project's own are; else no more than these."""


def for_reviewers(made: Run, *, beyond: bool = False) -> Verdict:
    """The verdict of a run with its dossier, and with the source lines of every flow, permitted ones too.

    With `beyond` flows are also looked for where the configuration leaves files out.
    """
    settings, verdict = made.settings, made.verdict
    unread = host.left_out(settings, made.discovery)
    silencers = (
        *made.ledger.silencers,
        *_own_guards(made, verdict.judgements),
        *_left_out(made, unread, beyond=beyond),
    )
    described = _described(made)
    dossier = Dossier(
        policy=made.policy,
        elements=made.catalog.elements,
        promises=analysis.promises(made),
        ledger=Ledger(made.ledger.vouched, silencers),
        handovers=made.handovers,
        packages=tuple(sorted(_packages(made, described, unread))),
        described=described,
        committed=host.committed_on(settings.root, verdict.run.commit),
        guards={guard.id: guard.does for one in made.catalog.libraries.values() for guard in one.guard},
    )
    every = (*verdict.findings, *(one.finding for one in verdict.judgements))
    excerpts = host.excerpts_of(settings.root, every, silenced=True)
    return replace(verdict, dossier=dossier, excerpts=excerpts)


def _own_guards(made: Run, judgements: Iterable[Judgement]) -> Iterator[Silencer]:
    flows: dict[str, list[int]] = {}
    for index, judgement in enumerate(judgements):
        if judgement.verdict == "guarded":
            flows.setdefault(judgement.why.partition(" (")[0], []).append(index)
    for guard in policy.own_guards(made.settings):
        what = f"{guard.id}: {', '.join(guard.calls)} gives {guard.gives or 'nothing'}"
        place = Place(guard.path, Span(guard.line, 1, guard.line, 1))
        ended = tuple(flows.get(guard.id, ()))
        yield Silencer("project guard", what, place, "stated in extend-rules", flows=ended)


def _left_out(made: Run, found: host.LeftOut, *, beyond: bool) -> Iterator[Silencer]:
    flows = _beyond(made, found) if beyond else None
    for pattern, files in found.by_pattern:
        yield _exclude(pattern, "stated in exclude", files, flows)
    unread = "not read unless asked for"
    if found.not_included:
        yield _exclude("what include does not name", unread, found.not_included, flows)
    if found.tests:
        yield _exclude("tests and migrations", unread, found.tests, None)


def _exclude(
    what: str, reason: str, files: tuple[str, ...], flows: Mapping[_Flow, frozenset[str]] | None
) -> Silencer:
    """Files left out, with the flows that go through any of them where these were looked for."""
    if flows is None:
        return Silencer("exclude", what, None, reason, files=files)
    through = [flow for flow, way in flows.items() if not way.isdisjoint(files)]
    elements = tuple(sorted({flow.element for flow in through}))
    return Silencer("exclude", what, None, reason, files=files, missed=len(through), elements=elements)


class _Flow(NamedTuple):
    """What makes a flow of a wider run one that this run has, too."""

    path: str
    span: Span
    element: str
    sink: str


def _beyond(made: Run, found: host.LeftOut) -> Mapping[_Flow, frozenset[str]] | None:
    """Flows that come once nothing is excluded, with their ways; None where that is too much to read."""
    left_out = {path for _, files in found.by_pattern for path in files}.union(found.not_included)
    if not left_out:
        return {}
    if made.discovery.named or len(left_out) > max(_FEW_FILES, len(made.discovery.files)):
        return None
    asked = msgspec.structs.replace(made.settings.configuration, exclude=(), include=())
    wider = msgspec.structs.replace(made.settings, configuration=asked)
    known = dict(_flows(made.verdict.judgements))
    return {flow: way for flow, way in _flows(analysis.judgements_of(made, wider)) if flow not in known}


def _flows(judgements: Iterable[Judgement]) -> Iterator[tuple[_Flow, frozenset[str]]]:
    for one in judgements:
        finding = one.finding
        if one.verdict in {"permitted", "finding"} and finding.element:
            place = finding.place
            flow = _Flow(place.path, place.span, finding.element, finding.sink_id)
            yield flow, frozenset(files_of(finding))


def _described(made: Run) -> frozenset[str]:
    """Top-level packages of which the rules speak, and Python's own."""
    libraries = made.catalog.libraries.values()
    imported = (name for library in libraries for name in library.imports)
    named = (library.name.partition("#")[0] for library in libraries)
    return frozenset((*imported, *named, *stdlib_module_names)) - {"*"}


def _packages(made: Run, described: frozenset[str], unread: host.LeftOut) -> Iterator[Package]:
    """Packages that files import and that are neither described nor the project's.

    They are told by their top-level names; where the project has a part of one, or a folder of that name,
    by two names.
    """
    own = {prefix for name in made.program.modules for prefix in _first_two(name.split("."))}
    left_out = {name for path in _files_of(unread) for name in _within(path)}
    files: dict[str, set[str]] = {}
    for module in made.program.modules.values():
        for one in module.facts.imports:
            names = _first_two(one.module.split(".")) if one.level == 0 and one.module else ()
            name = next((name for name in names if name not in own), "")
            if name and names[0] not in described and name not in left_out:
                files.setdefault(name, set()).add(module.path)
    for name, paths in files.items():
        yield Package(name, tuple(sorted(paths)))


def _first_two(names: Sequence[str]) -> tuple[str, ...]:
    """The first name, and the first two."""
    return (names[0], ".".join(names[:2])) if len(names) > 1 else (names[0],)


def _files_of(unread: host.LeftOut) -> Iterator[str]:
    for _, files in unread.by_pattern:
        yield from files
    yield from (*unread.not_included, *unread.tests)


def _within(path: str) -> Iterator[str]:
    """What modules of a file that was left out may be called, as far as two names: no root is known."""
    names = path.removesuffix(".py").split("/")
    for at in range(len(names)):
        yield from _first_two(names[at:])
