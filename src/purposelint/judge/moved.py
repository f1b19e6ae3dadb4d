"""What is the same but for where its code stands: findings, uses, what silences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import msgspec

from purposelint.domain.moves import Moves
from purposelint.domain.privacy_diff import Loosening, Snapshot, Use
from purposelint.domain.verdict import Finding
from purposelint.judge.fingerprint import formerly, module_names, module_of, name_at_top

_Placed: TypeAlias = Mapping[str, tuple[str, str]]
"""Fingerprints and files of findings now, by the fingerprints that they had."""


def names_now(known: Sequence[Finding], findings: Sequence[Finding], moves: Moves) -> dict[str, str]:
    """Fingerprints of known findings that are among `findings` under another name, each with that one."""
    if not moves:
        return {}
    now, before = {one.fingerprint for one in findings}, {one.fingerprint for one in known}
    return of_entries(before - now, (one for one in findings if one.fingerprint not in before), moves)


def of_entries(gone: Iterable[str], new: Iterable[Finding], moves: Moves) -> dict[str, str]:
    """Fingerprints that are `gone`, each with that of the new finding that had it before code moved.

    All that a fingerprint is made of must be as it was, but for the module of what moved.
    """
    was = moves.back()
    left = set(gone)
    found: dict[str, str] = {}
    for finding in new if was else ():
        before = next((name for name in formerly(finding, was) if name in left), None)
        if before is not None:
            left.remove(before)
            found[before] = finding.fingerprint
    return found


def _inside(symbol: str, path: str) -> str:
    """The part of a symbol behind the module that its file is."""
    module = module_of(symbol, path)
    return symbol if module is None else symbol[len(module) :]


def under_new_names(base: Snapshot, head: Snapshot, moves: Moves) -> tuple[Snapshot, Snapshot]:
    """Both snapshots, the base as if its code had stood where it stands in `head`."""
    if not moves:
        return base, head
    names = names_now(base.findings, head.findings, moves)
    paths = {one.fingerprint: one.place.path for one in head.findings}
    placed = {was: (now, paths[now]) for was, now in names.items()}
    moved = msgspec.structs.replace(
        base,
        uses=tuple(_uses(base.uses, head.uses, moves)),
        findings=tuple(_replaced(one, names) for one in base.findings),
        loosenings=tuple(_loosenings(base.loosenings, head.loosenings, moves, placed)),
        problems=tuple(msgspec.structs.replace(one, path=moves.file(one.path)) for one in base.problems),
    )
    accepted = (_accepted(one, placed) for one in head.loosenings)
    return moved, msgspec.structs.replace(head, loosenings=tuple(accepted))


def _replaced(finding: Finding, names: Mapping[str, str]) -> Finding:
    name = names.get(finding.fingerprint)
    return finding if name is None else msgspec.structs.replace(finding, fingerprint=name)


def _uses(uses: Iterable[Use], now: Sequence[Use], moves: Moves) -> Iterator[Use]:
    """Uses where their code is now, with the models' names where the head has them there."""
    ways = {one.way for one in uses}
    targets = moves.targets()
    there = {_stored(one, one.home): one.to for one in now if one.home in targets and one.way not in ways}
    for one in uses:
        home = moves.of_name(one.home, name_at_top(one.to, one.home))
        to = there.get(_stored(one, home), one.to) if home != one.home else one.to
        places = tuple(_place(place, moves) for place in one.places)
        files = {*map(moves.file, one.files), *(place.rpartition(":")[0] for place in places)}
        yield msgspec.structs.replace(
            one,
            to=to,
            home=home,
            places=places,
            judged=tuple(_place(place, moves) for place in one.judged),
            files=tuple(sorted(files)),
        )


def _stored(use: Use, home: str) -> tuple[str, ...]:
    """What makes a use the same one but for what its model is called and for what purpose it is."""
    return (use.activity, use.element, home, _inside(use.to, use.home), use.recipient)


def _place(place: str, moves: Moves) -> str:
    path, _, line = place.rpartition(":")
    path, number = moves.of_line(path, int(line))
    return f"{path}:{number}"


def _loosenings(
    before: Iterable[Loosening], now: Iterable[Loosening], moves: Moves, placed: _Placed
) -> Iterator[Loosening]:
    """Each as the head has it, where that is the same but for where it stands."""
    targets = moves.targets()
    there: dict[tuple[str, ...], list[Loosening]] = {}
    for one in now:
        if one.path in targets:
            there.setdefault(_anywhere(one, one.path), []).append(one)
    for one in before:
        path = moves.of_line(one.path, one.line)[0]
        if one.kind == "baseline" or path == one.path:
            yield _accepted(one, placed)
            continue
        found = there.get(_anywhere(one, path))
        like = found.pop(0) if found else one
        yield msgspec.structs.replace(one, what=like.what, path=like.path, scope=like.scope)


def _anywhere(one: Loosening, path: str) -> tuple[str, ...]:
    """What makes it the same one in another file; it may name things of that file with their module."""
    modules = "|".join(re.escape(name) for name in module_names(one.path))
    words = re.compile(rf"(?<![\w.])(?:{modules})(?![\w])")
    return (one.kind, words.sub("", one.what), words.sub("", one.scope), path)


def _accepted(one: Loosening, placed: _Placed) -> Loosening:
    """An entry of a baseline by the name and the file that its finding has now, whichever the file states."""
    found = placed.get(one.scope) if one.kind == "baseline" else None
    return one if found is None else msgspec.structs.replace(one, scope=found[0], path=found[1])


_Way: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """How many flows stand in code that moved as they stood before, in which files and which definitions."""

    flows: int = 0
    files: tuple[tuple[str, str], ...] = ()
    alone: tuple[tuple[str, str, str], ...] = ()


def moved(before: Iterable[Use], after: Iterable[Use], moves: Moves) -> Moved:
    """Count flows of both snapshots in code that moved; `before` is under the new names already."""
    was = moves.back()
    had, has = (Counter(_in_moved(uses, was)) for uses in (before, after))
    both = had & has
    files = sorted({(old, path) for *_, name, old, path in both if not name})
    alone = sorted({(name, old, path) for *_, name, old, path in both if name})
    return Moved(both.total(), tuple(files), tuple(alone))


def _in_moved(uses: Iterable[Use], was: Moves) -> Iterator[_Way]:
    """Flows in code that moved: how it goes, which definition moved alone, its old file and its new one."""
    for use in uses:
        for place in use.places:
            path, _, line = place.rpartition(":")
            alone = was.with_line(path, int(line))
            old = was.file(path) if alone is None else alone.now.path
            if old != path:
                yield (*use.way[:4], alone.name if alone is not None else "", old, path)
