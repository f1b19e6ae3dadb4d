"""Findings held against a baseline: which were accepted, which entries are stale, why the others are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

import msgspec

from purposelint.domain.baseline import (
    FILE,
    VERSION,
    Accepted,
    Asked,
    Baseline,
    Cause,
    Edited,
    Held,
    Uncommitted,
)
from purposelint.domain.catalog import Catalog
from purposelint.domain.moves import Moves
from purposelint.domain.settings import Configuration
from purposelint.domain.verdict import Finding, RunInfo, Verdict
from purposelint.judge.moved import of_entries

_NOTHING = Moves()
_ANY: tuple[Cause, ...] = ("rules", "policy")


def held_against(
    verdict: Verdict,
    baseline: Baseline,
    catalog: Catalog,
    changed: AbstractSet[str] | None,
    tried: Iterable[Moves],
    *,
    whole: bool,
) -> Verdict:
    """The verdict with the baseline's findings in their pile, and what the baseline did.

    `changed` are files that differ from the revision the baseline was made at, None where nobody knows;
    `tried` is what may have moved since: where the first does not lead, the next may. Only a `whole` run,
    that could find all that was found then, tells stale entries. What goes through a file that could not
    be read is not among them.
    """
    found = {one.fingerprint for one in verdict.findings}
    accepted = {each.fingerprint for each in baseline.entries}
    gone = [each for each in sorted(baseline.entries) if each.fingerprint not in found]
    new = [one for one in verdict.findings if one.fingerprint not in accepted]
    moved = _followed({each.fingerprint for each in gone}, new, tried)
    accepted.update(moved.values())
    findings = tuple(_marked(one, accepted) for one in verdict.findings)
    judgements = tuple(
        msgspec.structs.replace(one, finding=_marked(one.finding, accepted)) for one in verdict.judgements
    )
    unread = {one.path for one in verdict.problems}
    stale = tuple(each for each in gone if each.fingerprint not in moved and not _may_be_in(unread, each))
    causes = causes_of(verdict.run, baseline)
    learned = _learned(findings, baseline, causes, _ages(catalog), changed)
    held = Held(
        FILE,
        len(baseline.entries),
        stale if whole else None,
        dict(sorted(learned)),
        causes if baseline.policy else None,
        moved,
    )
    return replace(verdict, findings=findings, judgements=judgements, baseline=held)


def _followed(gone: AbstractSet[str], new: Sequence[Finding], tried: Iterable[Moves]) -> dict[str, str]:
    """Entries that are gone, each with the name that its finding has now."""
    moved: dict[str, str] = {}
    for moves in tried:
        taken = set(moved.values())
        left = [one for one in new if one.fingerprint not in taken]
        moved.update(of_entries(gone - moved.keys(), left, moves))
    return moved


def may_have_moved(baseline: Baseline, verdict: Verdict) -> bool:
    """Whether an entry is gone and something is new: one may be the other in another file."""
    found = {one.fingerprint for one in verdict.findings}
    accepted = {each.fingerprint for each in baseline.entries}
    return not (found <= accepted or accepted <= found)


def _may_be_in(unread: AbstractSet[str], entry: Accepted) -> bool:
    """Whether a file that was not read may hide that an entry still occurs."""
    return bool(unread) and (entry.through is None or not unread.isdisjoint((entry.path, *entry.through)))


def accepting(
    verdict: Verdict,
    configuration: Configuration,
    moves: Moves = _NOTHING,
    edited: tuple[Edited, ...] = (),
) -> Baseline:
    """A baseline of everything that is open.

    `moves` is what moved since the commit it is made at, `edited` which files are not as that has them.
    """
    return _made(verdict, configuration, _open(verdict), moves, edited)


def shrunk(
    baseline: Baseline,
    verdict: Verdict,
    configuration: Configuration,
    moves: Moves = _NOTHING,
    edited: tuple[Edited, ...] = (),
    *,
    learned: bool,
) -> Baseline:
    """A baseline without what is stale in a verdict that was held against it, under the names of now.

    With `learned` it takes in what is new though no code has changed, and is then one of the present rules.
    `moves` is what moved since the commit that is checked out, `edited` which files are not as that has them.
    """
    held = verdict.baseline or Held(FILE, 0)
    stale = set(held.stale or ())
    there = {one.fingerprint: _entry(one) for one in verdict.findings}
    kept = (each for each in baseline.entries if each not in stale)
    entries = tuple(there.get(held.moved.get(each.fingerprint, each.fingerprint), each) for each in kept)
    if learned and verdict.baseline is not None:
        taken = (one for one in _open(verdict) if one.fingerprint in held.learned)
        return _made(verdict, configuration, (*entries, *taken), moves, edited)
    made = msgspec.structs.replace(baseline, entries=tuple(sorted(set(entries))))
    if not held.moved:
        return made
    moved = _uncommitted(made.entries, moves)
    return msgspec.structs.replace(made, names=verdict.run.commit, moved=moved)


def _uncommitted(entries: Iterable[Accepted], moves: Moves) -> tuple[Uncommitted, ...]:
    """What moved and has entries."""
    files = {path for each in entries for path in (each.path, *(each.through or ()))}
    whole = (Uncommitted(was=was, now=now) for was, now in moves.files.items() if now in files)
    alone = (
        Uncommitted(was=one.was.path, now=one.now.path, name=one.name)
        for one in moves.alone
        if one.now.path in files
    )
    return tuple(sorted((*whole, *alone)))


def _made(
    verdict: Verdict,
    configuration: Configuration,
    entries: Iterable[Accepted],
    moves: Moves,
    edited: tuple[Edited, ...],
) -> Baseline:
    entries = tuple(sorted(set(entries)))
    return Baseline(
        version=VERSION,
        tool=verdict.run.tool,
        rules=verdict.run.rules,
        policy=verdict.run.policy_digest,
        commit=verdict.run.commit,
        edited=edited,
        asked=asked_of(configuration),
        moved=_uncommitted(entries, moves),
        entries=entries,
    )


def _open(verdict: Verdict) -> Iterator[Accepted]:
    return (_entry(one) for one in verdict.findings if one.status == "open")


def asked_of(configuration: Configuration) -> Asked:
    """The part of a configuration that decides which findings a run leaves out."""
    return Asked(
        select=configuration.select,
        ignore=configuration.ignore,
        min_sensitivity=configuration.min_sensitivity,
        min_confidence=configuration.min_confidence,
        include_tests=configuration.include_tests,
        preview=configuration.preview,
    )


def _entry(finding: Finding) -> Accepted:
    return Accepted(
        path=finding.place.path,
        symbol=finding.place.symbol,
        code=finding.code,
        element=finding.element or "",
        sink=finding.sink_id,
        fingerprint=finding.fingerprint,
        through=tuple(sorted(set(files_of(finding)) - {finding.place.path})),
    )


def _marked(finding: Finding, accepted: AbstractSet[str]) -> Finding:
    if finding.status != "open" or finding.fingerprint not in accepted:
        return finding
    return msgspec.structs.replace(finding, status="baselined")


def _learned(
    findings: Iterable[Finding],
    baseline: Baseline,
    causes: tuple[Cause, ...],
    ages: Mapping[str, str],
    changed: AbstractSet[str] | None,
) -> Iterator[tuple[str, tuple[Cause, ...]]]:
    """Open findings that the code as it was would have had too, had more been known or asked for, and why."""
    for one in findings if causes else ():
        if one.status != "open":
            continue
        if any(_is_younger(ages.get(name, ""), baseline.tool) for name in (one.element or "", one.sink_id)):
            yield one.fingerprint, ("rules",)
        elif changed is not None and changed.isdisjoint(files_of(one)):
            yield one.fingerprint, causes if baseline.policy else _ANY


def causes_of(run: RunInfo, baseline: Baseline) -> tuple[Cause, ...]:
    """What a run had otherwise than the one that made the baseline: purposelint and its rules, the policy."""
    rules: tuple[Cause, ...] = () if (run.tool, run.rules) == (baseline.tool, baseline.rules) else ("rules",)
    return (*rules, "policy") if baseline.policy not in {"", run.policy_digest} else rules


def files_of(finding: Finding) -> Iterator[str]:
    """Files that a finding goes through."""
    yield finding.place.path
    yield from (hop.place.path for hop in finding.trace)
    for place in (finding.data, finding.sink):
        if place is not None:
            yield place.path
    if finding.source is not None:
        yield finding.source.path


def _ages(catalog: Catalog) -> dict[str, str]:
    """The version that brought an element, a sink or a model, by id, where it is not the first."""
    ages = {one.id: one.since for one in catalog.elements.values() if one.since}
    for library in catalog.libraries.values():
        ages.update({sink.id: sink.since for sink in library.sink if sink.since})
        ages.update({model.id: model.since for model in library.model if model.since})
    return ages


def _is_younger(since: str, version: str) -> bool:
    return bool(since) and _numbers(since) > _numbers(version)


def _numbers(version: str) -> tuple[int, ...]:
    """`0.10.1` as numbers; what stands behind them (`rc1`, `.dev0`) does not count."""
    parts: list[int] = []
    for part in version.split("."):
        if not part.isdecimal() or not part.isascii():
            break
        parts.append(int(part))
    return tuple(parts)
