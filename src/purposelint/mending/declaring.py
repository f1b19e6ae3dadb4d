"""Declarations for findings that wait for one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from purposelint import host
from purposelint.analysis import Progress, Run
from purposelint.domain.mended import Left, Mended, Rewritten, Wanted
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding
from purposelint.edit import Spoken, declare
from purposelint.judge.codes import UNKNOWN_WORD, UNREADABLE_DECLARATION
from purposelint.judge.declarations.words import words_of
from purposelint.judge.proposals import is_declarable, refusal
from purposelint.judge.strangers import Strangers
from purposelint.mending.asked import Wish
from purposelint.mending.basis import Basis, mended, untouched
from purposelint.mending.dropping import Dropped


@host.uncollected()
def declared(settings: Settings, wish: Wish, on_progress: Progress | None = None) -> Mended:
    """Declarations for open findings, as edits that are yet to be written.

    With a purpose, what the edits would give is judged: a comment that does not end its finding is dropped.
    """
    basis = Basis.of(settings, on_progress)
    chosen, left = _chosen(basis, wish)
    edits = _Edits(basis, _spoken(basis.made, {one.fingerprint for one in chosen}), _strange(basis.made))
    found = edits.written(chosen, wish)
    idle = _idle(wish, chosen, left)
    left += basis.unread
    if not wish.purposes or not any(one.changed for one in found):
        return msgspec.structs.replace(mended(found, left), idle=idle)
    after = basis.again(found)
    dropped = Dropped.of(basis.made, after, found)
    if dropped:
        left += dropped.told(chosen)
        found = edits.written([one for one in chosen if not dropped.has(one)], wish)
        after = basis.again(found)
    told = mended(found, left, before=basis.made, after=after, chosen=chosen)
    return msgspec.structs.replace(told, idle=idle)


def _idle(wish: Wish, chosen: Iterable[Finding], left: Iterable[Left]) -> tuple[tuple[str, int], ...]:
    """Lines that were asked for and that no finding stands on."""
    met = {(one.path, one.line) for one in left}
    for one in chosen:
        met.update((one.place.path, line) for line in range(one.place.span.line, one.place.span.end_line + 1))
    asked = ((path, line) for path, lines in sorted(wish.lines.items()) for line in sorted(lines))
    return tuple(place for place in asked if place not in met)


def _chosen(basis: Basis, wish: Wish) -> tuple[list[Finding], list[Left]]:
    """Findings that are asked for and may be declared so, and those that may not."""
    chosen: list[Finding] = []
    left: list[Left] = []
    made = basis.made
    for told in made.verdict.findings:
        if told.code not in wish.codes or not is_declarable(told):
            continue
        finding = _where_asked(basis, wish, told)
        if finding is None:
            continue
        why = refusal(made.policy, finding, wish.purposes, wish.because)
        if why:
            left.append(Left(finding.place.path, finding.place.span.line, why, finding.element or ""))
        else:
            chosen.append(finding)
    return chosen, left


def _where_asked(basis: Basis, wish: Wish, finding: Finding) -> Finding | None:
    """The finding where it is asked for: at its place, or at the line of a helper that is named itself."""
    if basis.asks_for(finding.place.path) and wish.asks_for(finding):
        return finding
    sink = finding.sink
    if sink is None or sink.path not in wish.lines or basis.made.settings.configuration.strict_callers:
        return None
    there = msgspec.structs.replace(finding, place=sink)
    return there if wish.asks_for(there) else None


@dataclass(frozen=True, slots=True)
class _Edits:
    """Writes declarations into the files that findings stand in."""

    basis: Basis
    spoken: Mapping[str, Sequence[Spoken]]
    strange: Mapping[str, Mapping[int, str]]

    def written(self, chosen: Sequence[Finding], wish: Wish) -> list[Rewritten]:
        """Every file that is asked for, rewritten or left."""
        by_path: dict[str, list[Wanted]] = {}
        for one in chosen:
            asked = Wanted(one.place.span, one.element or "", wish.purposes, wish.because)
            by_path.setdefault(one.place.path, []).append(asked)
        width = host.line_length(self.basis.made.settings.root)
        found: list[Rewritten] = []
        for path, wanted in sorted(by_path.items()):
            source = self.basis.source(path)
            if isinstance(source, Left):
                found.append(untouched(source))
            else:
                spoken, flawed = self.spoken.get(path, ()), self._flawed(path)
                found.append(declare(source, wanted, spoken, flawed, width))
        return found

    def _flawed(self, path: str) -> dict[int, str]:
        """Lines of declarations that cannot be read, or have no word of the policy: what is wrong there."""
        return {**self.strange.get(path, {})} | {
            one.place.span.line: one.message
            for one in self.basis.made.verdict.findings
            if one.place.path == path and one.code in {UNKNOWN_WORD.code, UNREADABLE_DECLARATION.code}
        }


def _strange(made: Run) -> dict[str, dict[int, str]]:
    """Comments that meant to declare a purpose in words of no policy, by path and line."""
    words = words_of(made.catalog, made.policy)
    return Strangers(made.program.modules).unknown(words)


def _spoken(made: Run, chosen: Collection[str]) -> dict[str, list[Spoken]]:
    """What has its verdict already at each place, so that no comment speaks of it besides."""
    found: dict[str, list[Spoken]] = {}
    for judged in made.verdict.judgements:
        finding = judged.finding
        if judged.verdict not in {"permitted", "finding"} or finding.fingerprint in chosen:
            continue
        for place in {finding.place, *(hop.place for hop in finding.trace)}:
            found.setdefault(place.path, []).append(Spoken(place.span, finding.element or ""))
    return found
