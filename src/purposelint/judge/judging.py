"""Joins the parts of the room: declarations are bound, cases decided, findings merged and suppressed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

import msgspec

from purposelint.domain.catalog import Catalog
from purposelint.domain.flows import Flows
from purposelint.domain.place import Place, encloses
from purposelint.domain.policy import Policy
from purposelint.domain.program import Program
from purposelint.domain.settings import Settings
from purposelint.domain.sightings import Sightings
from purposelint.domain.verdict import Finding, Judged, Judgement
from purposelint.judge import comments, queues
from purposelint.judge.cases import cases_of
from purposelint.judge.declarations.coverage import Coverage
from purposelint.judge.declarations.reading import Declared, read_declarations
from purposelint.judge.declarations.relatives import Disagreement, disagreements
from purposelint.judge.declarations.symbols import symbols_of
from purposelint.judge.declarations.words import words_of
from purposelint.judge.drafts import Draft
from purposelint.judge.fingerprint import with_fingerprints
from purposelint.judge.ledger import ledger_of
from purposelint.judge.outcome import Decider, Outcome, finding_of
from purposelint.judge.severity import is_selected
from purposelint.judge.statements import proposing, statements
from purposelint.judge.strangers import Strangers
from purposelint.judge.suppress import Suppressor
from purposelint.judge.together import Group, arguments_of, merged, records_of

_Key: TypeAlias = tuple[object, ...]
"""What tells findings of a run apart: place, code, element, sink, data, and who receives."""


def judge(  # noqa: PLR0913 - the stages before it give one value each
    program: Program,
    sightings: Sightings,
    flows: Flows,
    policy: Policy,
    catalog: Catalog,
    settings: Settings,
    *,
    today: dt.date | None = None,
) -> Judged:
    """Hold every flow and stored field against its declaration and the policy.

    `today` decides which suppressions have expired (default: the day of the run). Findings come in
    order of place and code, judgements in order of place, element and sink.
    """
    declared = read_declarations(program, catalog, policy, settings)
    coverage = Coverage(declared.scopes, declared.bounds, declared.side)
    for sighting in chain.from_iterable(sightings.fields.values()):
        coverage.observe(sighting)
    decider = Decider(coverage, policy, catalog, settings.configuration)
    outcomes = tuple(decider.decide(case) for case in cases_of(program, sightings, flows))
    suppressor = Suppressor(
        {path: bound.suppressions for path, bound in declared.bounds.items()},
        today or dt.datetime.now(tz=dt.timezone.utc).date(),
    )
    whole = is_whole(settings)
    breaches = (outcome for outcome in outcomes if outcome.verdict == "finding")
    groups = merged(breaches, records_of(catalog))
    groups = queues.together(groups, queues.ids_of(catalog), decider.decide)
    strangers, words = Strangers(program.modules), words_of(catalog, policy)
    told_of = statements([lead for lead, _ in groups], outcomes)
    drafts = [
        strangers.told(proposing(policy, _told(suppressor, lead, together), lead, told_of), words)
        for lead, together in groups
    ]
    told = disagreements(program, sightings, coverage)
    applied = drafts.copy()
    waiting = [draft.finding for draft in drafts]
    about = _about_comments(declared, told, coverage, waiting, settings, sightings, whole=whole)
    applied += map(suppressor.apply, about)
    applied += _selected(suppressor.complaints(whole=whole), settings)
    findings = _ordered(applied)
    judgements = _judgements(outcomes, findings, _leads(groups, drafts))
    ledger = ledger_of(declared, outcomes, judgements, suppressor.hiding(findings), settings)
    return Judged(findings, judgements, ledger)


def is_whole(settings: Settings) -> bool:
    """Whether the run covers the project with every code on, so that what is unused can be told."""
    asked = settings.configuration
    reports_all = asked.min_confidence == "low" and asked.min_sensitivity in {"low", "medium"}
    return settings.covers_project and reports_all and not asked.select and not asked.ignore


def _told(suppressor: Suppressor, lead: Outcome, together: tuple[Outcome, ...]) -> Draft:
    """The finding of a group; of several arguments, or ways into a column, one that no suppression hides."""
    ways = (lead, *(each for each in together if each is not lead))
    if not lead.case.column:
        ways = arguments_of(lead, together)
    drafts = [suppressor.apply(_draft(each)) for each in ways]
    chosen = next((draft for draft in drafts if draft.finding.status == "open"), drafts[0])
    alike = (draft.finding for draft in drafts if draft.finding.status == chosen.finding.status)
    also = {finding.data for finding in alike if finding.data is not None} - {chosen.finding.data}
    if not also:
        return chosen
    return replace(chosen, finding=msgspec.structs.replace(chosen.finding, also=tuple(sorted(also))))


def _draft(outcome: Outcome) -> Draft:
    """A finding that a suppression hides at its place, at its data, or where a column is filled."""
    case = outcome.case
    data = (case.data,) if case.data is not None else ()
    filled = case.handed[1:-1] if case.column else ()
    items = (case.origin,) if any(_within(case.origin, each) for each in filled) else ()
    return Draft(finding_of(outcome), (case.place, *data, *filled, *items))


def _within(place: Place, around: Place) -> bool:
    return place.path == around.path and encloses(around.span, place.span)


def _about_comments(  # noqa: PLR0913 - each is one part of the room
    declared: Declared,
    told: Iterable[Disagreement],
    coverage: Coverage,
    waiting: Sequence[Finding],
    settings: Settings,
    sightings: Sightings,
    *,
    whole: bool,
) -> list[Draft]:
    drafts = list(comments.flawed(declared.flaws, waiting))
    drafts += comments.contradicting_relatives(told)
    drafts += comments.contradicting(declared.declarations)
    drafts += comments.contradicted_fields(declared.declarations, declared.exemptions)
    if whole:
        held = chain.from_iterable(sightings.fields.values())
        modules = (each.module for each in declared.scopes.values())
        symbols = symbols_of(modules, sightings.fields) if declared.side else frozenset()
        lost = set(comments.unmatched(declared.side, declared.scopes, symbols))
        judged = (found for found in declared.declarations if found not in lost)
        drafts += comments.unused((*judged, *declared.exemptions), coverage.used, held)
        drafts += comments.idle_globs(declared.side, declared.scopes, symbols)
    return _selected(drafts, settings)


def _selected(drafts: Iterable[Draft], settings: Settings) -> list[Draft]:
    return [draft for draft in drafts if is_selected(draft.finding.code, settings.configuration)]


def _ordered(drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    ordered = sorted(drafts, key=_order)
    return with_fingerprints((draft.finding for draft in ordered), (draft.text for draft in ordered))


def _order(draft: Draft) -> tuple[object, ...]:
    finding = draft.finding
    return (finding.place, finding.code, finding.element or "", finding.sink_id, finding.message)


def _leads(groups: Iterable[Group], drafts: Iterable[Draft]) -> dict[_Key, _Key]:
    """What tells each of the outcomes that are told together."""
    return {
        _key(finding_of(outcome)): _key(draft.finding)
        for (_, together), draft in zip(groups, drafts, strict=True)
        for outcome in together
    }


def _judgements(
    outcomes: tuple[Outcome, ...], findings: tuple[Finding, ...], leads: Mapping[_Key, _Key]
) -> tuple[Judgement, ...]:
    """Each outcome with a finding of its own data, under the fingerprint of the finding that tells it."""
    told = {_key(finding): finding for finding in findings}
    own = with_fingerprints(map(finding_of, outcomes), (outcome.verdict for outcome in outcomes))
    return tuple(
        Judgement(outcome.verdict, outcome.why, _as_told(finding, _telling(told, leads, _key(finding))))
        if outcome.verdict == "finding"
        else Judgement(outcome.verdict, outcome.why, finding)
        for outcome, finding in zip(outcomes, own, strict=True)
    )


def _telling(told: Mapping[_Key, Finding], leads: Mapping[_Key, _Key], key: _Key) -> Finding | None:
    return told.get(leads.get(key, key))


def _key(finding: Finding) -> _Key:
    what = (finding.place, finding.code, finding.element, finding.sink_id, finding.data)
    return (*what, finding.sink, finding.vendor, finding.host, finding.recipient)


def _as_told(finding: Finding, told: Finding | None) -> Finding:
    if told is None:
        return finding
    return msgspec.structs.replace(
        finding,
        fingerprint=told.fingerprint,
        status=told.status,
        suppression=told.suppression,
        remedy=told.remedy,
    )
