"""What is the same but for the names of files that were renamed: findings, uses, what silences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import msgspec

from purposelint.domain.privacy_diff import Loosening, Snapshot, Use
from purposelint.domain.verdict import Finding
from purposelint.judge.fingerprint import formerly, module_names, module_of

Renames: TypeAlias = Mapping[str, str]
"""Files' new names by their old ones."""


def names_now(known: Sequence[Finding], findings: Sequence[Finding], renames: Renames) -> dict[str, str]:
    """Fingerprints of known findings that are among `findings` under another name, each with that one."""
    if not renames:
        return {}
    now, before = {one.fingerprint for one in findings}, {one.fingerprint for one in known}
    gone = {one.fingerprint: one for one in known if one.fingerprint not in now}
    new = [one for one in findings if one.fingerprint not in before]
    return {**_about_comments(gone.values(), new, renames), **of_entries(gone, new, renames)}


def of_entries(gone: Iterable[str], new: Iterable[Finding], renames: Renames) -> dict[str, str]:
    """Fingerprints that are `gone`, each with that of the new finding that had it under the old names.

    All that a fingerprint is made of must be as it was, but for the module of a renamed file.
    """
    was = {now: before for before, now in renames.items()}
    left = set(gone)
    found: dict[str, str] = {}
    for finding in new if was else ():
        before = next((name for name in formerly(finding, was) if name in left), None)
        if before is not None:
            left.remove(before)
            found[before] = finding.fingerprint
    return found


def _about_comments(gone: Iterable[Finding], new: Iterable[Finding], renames: Renames) -> dict[str, str]:
    """The same for findings about comments, which say in their message which comment it is."""
    there: dict[tuple[str, ...], list[str]] = {}
    for one in new:
        if one.sink is None and one.place.path in renames.values():
            there.setdefault(_comment(one, one.place.path), []).append(one.fingerprint)
    pairs: dict[str, str] = {}
    for one in gone:
        path = renames.get(one.place.path)
        found = there.get(_comment(one, path)) if one.sink is None and path is not None else None
        if found:
            pairs[one.fingerprint] = found.pop(0)
    return pairs


def _comment(finding: Finding, path: str) -> tuple[str, ...]:
    place = finding.place
    return (finding.code, finding.element or "", _inside(place.symbol, place.path), path, finding.message)


def _inside(symbol: str, path: str) -> str:
    """The part of a symbol behind the module that its file is."""
    module = module_of(symbol, path)
    return symbol if module is None else symbol[len(module) :]


def under_new_names(base: Snapshot, head: Snapshot, renames: Renames) -> tuple[Snapshot, Snapshot]:
    """Both snapshots, the base as if its files had had the names that they have in `head`."""
    if not renames:
        return base, head
    names = names_now(base.findings, head.findings, renames)
    moved = msgspec.structs.replace(
        base,
        uses=tuple(_uses(base.uses, head.uses, renames)),
        findings=tuple(_replaced(one, names) for one in base.findings),
        loosenings=tuple(_loosenings(base.loosenings, head.loosenings, renames, names)),
        problems=tuple(
            msgspec.structs.replace(one, path=renames.get(one.path, one.path)) for one in base.problems
        ),
    )
    accepted = (_accepted(one, renames, names) for one in head.loosenings)
    return moved, msgspec.structs.replace(head, loosenings=tuple(accepted))


def _replaced(finding: Finding, names: Mapping[str, str]) -> Finding:
    name = names.get(finding.fingerprint)
    return finding if name is None else msgspec.structs.replace(finding, fingerprint=name)


def _uses(uses: Iterable[Use], now: Sequence[Use], renames: Renames) -> Iterable[Use]:
    """Uses with their files' new names, and with the models' where the head has them under such a name."""
    ways = {one.way for one in uses}
    there = {
        _stored(one, one.home): one.to for one in now if one.home in renames.values() and one.way not in ways
    }
    for one in uses:
        to = there.get(_stored(one, renames[one.home]), one.to) if one.home in renames else one.to
        yield msgspec.structs.replace(
            one,
            to=to,
            home=renames.get(one.home, one.home),
            places=tuple(_place(place, renames) for place in one.places),
            judged=tuple(_place(place, renames) for place in one.judged),
            files=tuple(renames.get(file, file) for file in one.files),
        )


def _stored(use: Use, home: str) -> tuple[str, ...]:
    """What makes a use the same one but for what its model is called and for what purpose it is."""
    return (use.activity, use.element, home, _inside(use.to, use.home), use.recipient)


def _place(place: str, renames: Renames) -> str:
    path, _, line = place.rpartition(":")
    return f"{renames.get(path, path)}:{line}"


def _loosenings(
    before: Iterable[Loosening], now: Iterable[Loosening], renames: Renames, names: Mapping[str, str]
) -> Iterable[Loosening]:
    """Each as the head has it, where that is the same but for its file."""
    there: dict[tuple[str, ...], list[Loosening]] = {}
    for one in now:
        if one.path in renames.values():
            there.setdefault(_anywhere(one, one.path), []).append(one)
    for one in before:
        if one.kind == "baseline" or one.path not in renames:
            yield _accepted(one, renames, names)
            continue
        found = there.get(_anywhere(one, renames[one.path]))
        like = found.pop(0) if found else one
        yield msgspec.structs.replace(one, what=like.what, path=like.path, scope=like.scope)


def _anywhere(one: Loosening, path: str) -> tuple[str, ...]:
    """What makes it the same one in another file; it may name things of that file with their module."""
    modules = "|".join(re.escape(name) for name in module_names(one.path))
    words = re.compile(rf"(?<![\w.])(?:{modules})(?![\w])")
    return (one.kind, words.sub("", one.what), words.sub("", one.scope), path)


def _accepted(one: Loosening, renames: Renames, names: Mapping[str, str]) -> Loosening:
    """An entry of a baseline by the name that its finding has now, whichever the file states."""
    name = names.get(one.scope, one.scope if one.scope in names.values() else None)
    if one.kind != "baseline" or name is None:
        return one
    return msgspec.structs.replace(one, scope=name, path=renames.get(one.path, one.path))


@dataclass(frozen=True, slots=True)
class Moved:
    """How many flows stand in renamed files where they stood before, and the names of these files."""

    flows: int = 0
    files: tuple[tuple[str, str], ...] = ()


def moved(before: Iterable[Use], after: Iterable[Use], renames: Renames) -> Moved:
    """Count flows of both snapshots in renamed files; `before` has the new names already."""
    old = {now: name for name, now in renames.items()}
    had, has = _by_file(before, old), _by_file(after, old)
    both = had & has
    files = sorted({(old[path], path) for *_, path in both})
    return Moved(both.total(), tuple(files))


def _by_file(uses: Iterable[Use], files: Iterable[str]) -> Counter[tuple[str, ...]]:
    wanted = set(files)
    paths = ((use, place.rpartition(":")[0]) for use in uses for place in use.places)
    return Counter((*use.way[:4], path) for use, path in paths if path in wanted)
