"""A revision reduced to what can be compared, and two of them compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from purposelint.domain.baseline import Baseline
from purposelint.domain.dossier import Silencer, Vouched
from purposelint.domain.moves import Moves
from purposelint.domain.privacy_diff import Loosening, PrivacyDiff, Snapshot, Standing, Use
from purposelint.domain.settings import Configuration
from purposelint.domain.unrecognised import package_of
from purposelint.domain.verdict import Finding, Judgement, Problem, Verdict
from purposelint.judge.baselined import files_of
from purposelint.judge.fingerprint import module_of
from purposelint.judge.ledger import BROAD
from purposelint.judge.moved import moved, under_new_names

_TOLD_APART = frozenset({"exclude", "own_hosts", "declare", "declarations"})
"""Keys of a configuration whose items are told one by one, as what they silence or explain."""


_TABLE = "declare["
"""How a table of a side file is called: by its number, which others above it change."""


def snapshot_of(
    name: str, verdict: Verdict, configuration: Configuration, baseline: Baseline | None
) -> Snapshot:
    """What a verdict with its dossier says of one revision."""
    run, dossier = verdict.run, verdict.dossier
    ledger = dossier.ledger if dossier else None
    loosenings = [
        *map(_silencer, ledger.silencers if ledger else ()),
        *(_declaration(one) for one in (ledger.vouched if ledger else ()) if one.level not in BROAD),
        *_accepted(baseline, verdict),
    ]
    unknown = {one.name for one in (dossier.packages if dossier else ())}
    handed = {
        (one.call, one.element)
        for one in (dossier.handovers if dossier else ())
        if package_of(one.call, unknown)
    }
    return Snapshot(
        name=name,
        commit="" if run.dirty else run.commit,
        policy=f"{run.policy_id} {run.policy_version}",
        policy_digest=run.policy_digest,
        uses=tuple(_uses(verdict.judgements)),
        findings=verdict.findings,
        loosenings=tuple(sorted(loosenings)),
        handovers=tuple(sorted(handed)),
        configuration={key: _shown(value) for key, value in msgspec.to_builtins(configuration).items()},
        problems=verdict.problems,
        left_out=_left_out(ledger.silencers if ledger else (), verdict.problems),
    )


def compared(
    base: Snapshot, head: Snapshot, moves: Moves, changed: AbstractSet[str] | None = None
) -> PrivacyDiff:
    """What lies between two revisions; `moves` is what stands in other files.

    `changed` are files that differ, None where nobody knows.
    """
    base, head = under_new_names(base, head, moves)
    went = moved(base.uses, head.uses, moves)
    before = {use.way: use for use in base.uses}
    after = {use.way: use for use in head.uses}
    begun = [use for way, use in after.items() if way not in before]
    ended = [use for way, use in before.items() if way not in after]
    stated = list(_stated_otherwise(ended, begun))
    both = [*((before[way], after[way]) for way in after if way in before), *stated]
    paired = {use.way for pair in stated for use in pair}
    found_now = {one.fingerprint for one in head.findings}
    had = _by_identity(base.loosenings)
    has = _by_identity(head.loosenings)
    known = {(one.path, one.message) for one in base.problems}
    problems = [one for one in head.problems if (one.path, one.message) not in known]
    read = {"", *map(moves.file, base.read)}
    hidden = _hidden(base, head, moves, changed)
    ended = [use for use in ended if use.way not in paired]
    return PrivacyDiff(
        base=base,
        head=head,
        begun=tuple(use for use in begun if use.way not in paired),
        ended=tuple(use for use in ended if not hidden(use.files)),
        unseen=tuple(use for use in ended if hidden(use.files)),
        turned=tuple(pair for pair in both if _said(pair[0]) != _said(pair[1])),
        findings=tuple(one for one in caused(head.findings, base) if one.status == "open"),
        gone=tuple(
            one
            for one in base.findings
            if one.status == "open"
            and one.fingerprint not in found_now
            and not hidden(map(moves.file, files_of(one)))
        ),
        loosened=tuple(one for key, one in has.items() if key not in had),
        widened=tuple(
            (had[key], one) for key, one in has.items() if key in had and _reaches_on(had[key], one)
        ),
        tightened=tuple(one for key, one in had.items() if key not in has),
        handed=tuple(sorted(set(head.handovers).difference(base.handovers))),
        settings=tuple(_settings(base.configuration, head.configuration)),
        unread=tuple(one for one in problems if one.path in read),
        unreadable=tuple(one for one in problems if one.path not in read),
        moved=went.flows,
        renamed=went.files,
        alone=went.alone,
    )


def _hidden(
    base: Snapshot, head: Snapshot, moves: Moves, changed: AbstractSet[str] | None
) -> Callable[[Iterable[str]], bool]:
    """Tells of the files that something goes through whether the head leaves out what could show it.

    Where it leaves out a file that the base read, what goes through no file that changed did not end: it is
    a task, say, whose body nobody looks at any more.
    """
    unseen = frozenset(head.left_out)
    is_less = not unseen.isdisjoint(map(moves.file, base.read))

    def hidden(files: Iterable[str]) -> bool:
        through = set(files)
        untouched = is_less and changed is not None and changed.isdisjoint(through)
        return untouched or not unseen.isdisjoint(through)

    return hidden


def _stated_otherwise(ended: Iterable[Use], begun: Iterable[Use]) -> Iterator[tuple[Use, Use]]:
    """Uses that have a purpose, lost it or have another one: they did not begin or end.

    One that ended for a purpose is told with one that began for another; more that began are new.
    """
    gone: dict[tuple[str, ...], list[Use]] = {}
    for use in ended:
        gone.setdefault(use.way[:4], []).append(use)
    for use in begun:
        there = gone.get(use.way[:4], [])
        was = next((one for one in there if not (one.purposes and use.purposes)), None)
        if was is None and there:
            was = max(there, key=lambda one: _in_common(one, use))
            there.remove(was)
        if was is not None:
            yield was, use


def _in_common(one: Use, other: Use) -> tuple[int, int]:
    """How many purposes two uses share, and how many files."""
    return (len({*one.purposes} & {*other.purposes}), len({*one.files} & {*other.files}))


def _said(use: Use) -> tuple[str, tuple[str, ...]]:
    return (use.standing, use.purposes)


def _uses(judgements: Iterable[Judgement]) -> Iterator[Use]:
    """Uses by their way, each with the worst that is said of it and every place that does it."""
    found: dict[tuple[str, ...], list[Use]] = {}
    for judgement in judgements:
        use = _use(judgement)
        if use is not None:
            found.setdefault(use.way, []).append(use)
    for _, alike in sorted(found.items()):
        worst = max(alike, key=lambda use: (_WORSE.index(use.standing), use.clause))
        places = sorted({place for use in alike for place in use.places})
        judged = sorted({place for use in alike if use.standing == worst.standing for place in use.places})
        hushed = sorted({status for use in alike if use.standing == worst.standing for status in use.hushed})
        files = sorted({file for use in alike for file in use.files})
        yield msgspec.structs.replace(
            worst,
            places=tuple(places),
            files=tuple(files),
            judged=tuple(judged),
            hushed=tuple(hushed),
        )


_WORSE: tuple[Standing, ...] = ("permitted", "silenced", "open", "undeclared", "not permitted")


def _use(judgement: Judgement) -> Use | None:
    """What a flow or field does; None where nothing personal gets there, or nobody asks for it."""
    finding = judgement.finding
    if judgement.verdict not in {"permitted", "finding"} or not finding.activity or not finding.element:
        return None
    stored = finding.owner or (finding.sink.symbol if finding.sink else "")
    sent = finding.vendor or finding.host or finding.sink_id
    to = {"share": sent, "store": stored, "log": ""}[finding.activity]
    files = tuple(sorted(set(files_of(finding))))
    return Use(
        activity=finding.activity,
        element=finding.element,
        to=to,
        recipient=finding.recipient or "",
        purposes=finding.purposes,
        standing=_standing(judgement),
        clause=finding.clause or "",
        places=(f"{finding.place.path}:{finding.place.span.line}",),
        files=files,
        home=_home(to, files) if finding.activity == "store" else "",
        hushed=(finding.status,) if finding.status != "open" and judgement.verdict == "finding" else (),
    )


def _home(model: str, files: Iterable[str]) -> str:
    """The file that has a model: of those whose names fit, the one that names it longest."""
    named = [(len(module), path) for path in files if (module := module_of(model, path)) is not None]
    return max(named)[1] if named else ""


def _standing(judgement: Judgement) -> Standing:
    if judgement.verdict == "permitted":
        return "permitted"
    finding = judgement.finding
    if finding.status != "open":
        return "silenced"
    if finding.code == "PUR503":
        return "open"
    return "undeclared" if finding.code.endswith("01") else "not permitted"


def _silencer(one: Silencer) -> Loosening:
    place = one.place
    in_table = place is not None and place.symbol.startswith(_TABLE)
    return Loosening(
        kind=one.kind,
        what=one.what,
        path=place.path if place else "",
        scope=place.symbol if place is not None and not in_table else "",
        reason=one.reason,
        until=one.until,
        files=len(one.files),
        line=place.span.line if place else 0,
    )


def _declaration(one: Vouched) -> Loosening:
    elements = f"{', '.join(one.elements)} for " if one.elements else ""
    to = f" to {', '.join(one.recipients)}" if one.recipients else ""
    return Loosening(
        kind="declaration",
        what=f"{elements}{', '.join(one.purposes)}{to}",
        path=one.place.path,
        scope=one.place.symbol or one.scope,
        reason=one.because,
        level=one.level,
        line=one.place.span.line,
    )


def _accepted(baseline: Baseline | None, verdict: Verdict) -> Iterator[Loosening]:
    """Entries of a baseline, those of renamed files under the names that their findings have now."""
    moved = verdict.baseline.moved if verdict.baseline else {}
    paths = {one.fingerprint: one.place.path for one in verdict.findings}
    for one in baseline.entries if baseline else ():
        what = " ".join(word for word in (one.code, one.element) if word)
        name = moved.get(one.fingerprint, one.fingerprint)
        yield Loosening("baseline", what, paths.get(name, one.path), name)


def _by_identity(found: Iterable[Loosening]) -> dict[tuple[str, ...], Loosening]:
    """Each by what makes it the same one elsewhere, with a number where several are alike."""
    made: dict[tuple[str, ...], Loosening] = {}
    for one in found:
        number = 1
        while (key := (*one.identity, str(number))) in made:
            number += 1
        made[key] = one
    return made


def _reaches_on(was: Loosening, now: Loosening) -> bool:
    """Whether one that stays reaches further than it did: a later day, or none any more, or more files."""
    if now.kind in {"declaration", "broad declaration"}:
        return False
    if now.kind == "exclude":
        return "tests" not in now.what and now.files > was.files
    return bool(was.until) and (not now.until or now.until > was.until)


def _settings(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for key in sorted({*was, *now}):
        if key.replace("-", "_") not in _TOLD_APART and was.get(key) != now.get(key):
            yield key, was.get(key, ""), now.get(key, "")


def _left_out(silencers: Iterable[Silencer], problems: Iterable[Problem]) -> tuple[str, ...]:
    """Files that are there and that nobody looked at."""
    found = {path for one in silencers for path in one.files}
    return tuple(sorted(found.union(one.path for one in problems if one.path)))


def _shown(value: object) -> str:
    return json.dumps(value, default=str, sort_keys=True)


def caused(
    findings: Iterable[Finding], base: Snapshot, names: Mapping[str, str] | None = None
) -> tuple[Finding, ...]:
    """Findings that a base had in no pile; `names` are fingerprints that are others now, by the old ones."""
    known = {(names or {}).get(one.fingerprint, one.fingerprint) for one in base.findings}
    return tuple(one for one in findings if one.fingerprint not in known)
