"""Rows of the privacy diff about what silences, declares and leaves out: counts, with the first few named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from purposelint.domain.privacy_diff import Loosening, PrivacyDiff
from purposelint.report.changes.marks import PLACES, Marks, some
from purposelint.report.counting import plural

_KINDS = {
    "exclude": ("exclude", "excludes"),
    "own host": ("own host", "own hosts"),
    "project guard": ("guard of the project's own", "guards of the project's own"),
    "broad declaration": ("broad declaration", "broad declarations"),
    "suppression": ("suppression", "suppressions"),
    "not-personal": ("not-personal comment", "not-personal comments"),
    "baseline": ("finding accepted by the baseline", "findings accepted by the baseline"),
    "declaration": ("declaration", "declarations"),
}
"""What each kind is called, one and several; what reaches furthest comes first."""

_DECLARES = frozenset({"declaration", "broad declaration"})


def silenced(diff: PrivacyDiff, marks: Marks) -> list[str]:
    """Rows of what the change adds that silences or leaves out, and of what reaches further than it did."""
    was = _edited(diff)
    rows = _folded((one for one in diff.loosened if one.kind != "declaration"), marks, was)
    return rows + [_widened(before, now, marks) for before, now in diff.widened]


def declared(diff: PrivacyDiff, marks: Marks) -> list[str]:
    """Rows of what the change declares, by what is said."""
    was = _edited(diff)
    said: dict[str, list[Loosening]] = {}
    for one in diff.loosened:
        if one.kind == "declaration":
            said.setdefault(one.what, []).append(one)
    rows: list[str] = []
    for what, found in said.items():
        at = some([_place(one, marks) for one in found], PLACES)
        rows.append(f"{marks.code(what)}{_in(at)}{_of(found, marks, was)}")
    return rows


def taken_away(diff: PrivacyDiff, marks: Marks) -> list[str]:
    """Rows of what is gone; what only says something else now is none of that."""
    edited = set(_edited(diff).values())
    return _folded((one for one in diff.tightened if one not in edited), marks, {})


def counted(diff: PrivacyDiff) -> list[str]:
    """How many things the change adds that silence, how many declarations, and what it takes away."""
    away = len(diff.tightened) - len(_edited(diff))
    declarations = sum(one.kind == "declaration" for one in diff.loosened)
    silences = len(diff.loosened) - declarations + len(diff.widened)
    told = [f"{silences} silenced or left out"] if silences else []
    told += [plural(declarations, "declaration")] if declarations else []
    return told + ([f"{away} taken away"] if away else [])


def _edited(diff: PrivacyDiff) -> dict[Loosening, Loosening]:
    """Declarations that say something else than one did in their place, each with that one."""
    gone, new = (_alone(found) for found in (diff.tightened, diff.loosened))
    return {one: gone[at] for at, one in new.items() if at in gone}


def _alone(found: Sequence[Loosening]) -> dict[tuple[str, ...], Loosening]:
    """Declarations by where they stand, where there is one alone."""
    placed = [(one, (one.kind, one.path, one.scope, one.level)) for one in found if one.kind in _DECLARES]
    number = Counter(at for _, at in placed)
    return {at: one for one, at in placed if number[at] == 1}


def _folded(found: Iterable[Loosening], marks: Marks, was: dict[Loosening, Loosening]) -> list[str]:
    """A row a kind: how many, and the first of them."""
    kinds: dict[str, list[Loosening]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    order = sorted(kinds, key=lambda kind: (list(_KINDS).index(kind), kind))
    rows: list[str] = []
    for kind in order:
        items = some(list(_items(kinds[kind], marks, was)), PLACES, "; ")
        rows.append(f"{plural(len(kinds[kind]), *_KINDS[kind])}: {items}")
    return rows


def _items(found: Iterable[Loosening], marks: Marks, was: dict[Loosening, Loosening]) -> Iterator[str]:
    """Each thing once: what it is, where, and why; entries of a baseline that say the same are one."""
    alike = Counter(
        f"{marks.code(one.what)}{_in(_place(one, marks))}{_why(one, marks)}{_before(one, marks, was)}"
        for one in sorted(found)
    )
    yield from (f"{told} ({number} times)" if number > 1 else told for told, number in alike.items())


def _place(one: Loosening, marks: Marks) -> str:
    return marks.place(one.path, one.line) if one.path else ""


def _in(places: str) -> str:
    return f" in {places}" if places else ""


def _why(one: Loosening, marks: Marks) -> str:
    parts = [part for part in (one.reason, "" if one.kind in _DECLARES else _extent(one)) if part]
    return f" ({marks.plain('; '.join(parts))})" if parts else ""


def _of(found: Sequence[Loosening], marks: Marks, was: dict[Loosening, Loosening]) -> str:
    """Why it is declared and what stood there before, where one declaration is told of."""
    return f"{_why(found[0], marks)}{_before(found[0], marks, was)}" if len(found) == 1 else ""


def _before(one: Loosening, marks: Marks, was: dict[Loosening, Loosening]) -> str:
    return f", was {marks.code(was[one].what)}" if one in was else ""


def _extent(one: Loosening) -> str:
    if one.until:
        return f"until {one.until}"
    return plural(one.files, "file") if one.files else ""


def _widened(was: Loosening, now: Loosening, marks: Marks) -> str:
    told = f"{_KINDS[now.kind][0]} {marks.code(now.what)}{_in(_place(now, marks))}{_why(now, marks)}"
    return f"{told}: reaches further, was {marks.plain(_extent(was))}"
