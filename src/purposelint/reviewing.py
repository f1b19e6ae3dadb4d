"""The dossier of a run: what a reviewer is shown beside its verdict, gathered from every stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

import msgspec

from purposelint import analysis, host, policy
from purposelint.analysis import Run
from purposelint.domain.dossier import Dossier, Ledger, Silencer
from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import Judgement, Verdict
from purposelint.judge.baselined import files_of
from purposelint.judge.unrecognised import described

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
    dossier = Dossier(
        policy=made.policy,
        elements=made.catalog.elements,
        promises=analysis.promises(made),
        ledger=Ledger(made.ledger.vouched, silencers),
        handovers=made.handovers,
        packages=made.packages,
        described=described(made.catalog),
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
