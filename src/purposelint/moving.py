"""What moved between two commits of a project, or since one: whole files, and definitions alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from purposelint import host
from purposelint.domain.baseline import FILE, Baseline
from purposelint.domain.moves import Lines, Moved, Moves

if TYPE_CHECKING:
    from purposelint.extract import Definition

_MOST = 100
"""Pairs of definitions of one name that are held against each other: more say nothing."""


class History(NamedTuple):
    """The history of the project at `root` up to a commit, or up to the work tree."""

    root: Path
    head: str = ""

    def moves_of(self, baseline: Baseline) -> Iterator[Moves]:
        """What may have moved since a baseline was written, the likeliest first.

        It says at which commit its entries had which names. Where that commit was never here, as after a
        merge that squashed it, or where both sides of a merge wrote entries, the commit that changed
        the file last had them.
        """
        named = baseline.names or baseline.commit
        if self.knows(named):
            before = Moves(
                {one.was: one.now for one in baseline.moved if not one.name},
                (
                    Moved(one.name, Lines(one.was, 0, 0), Lines(one.now, 0, 0))
                    for one in baseline.moved
                    if one.name
                ),
            )
            yield before.then(moves(self.root, named, self.head))
        last = host.last_commit_of(self.root, FILE, self.head)
        if last and (last != named or baseline.moved):
            yield moves(self.root, last, self.head)

    def knows(self, commit: str) -> bool:
        """Whether a commit is here."""
        return host.is_here(self.root, commit)


_Defined: TypeAlias = "Mapping[str, Mapping[str, Definition]]"
"""Definitions by their names, by file."""


def moves(root: Path, base: str, head: str = "") -> Moves:
    """Code below `root` that a commit has in other files; without `head` the work tree is compared with it.

    A file was renamed where git finds it similar. A definition moved alone where a file lost it, another
    got one of its name with nearly the same words, and no third is like either. Nothing where git cannot
    tell.
    """
    files = host.renamed(root, base, head)
    before, after = host.changed_code(root, base, head)
    files = {**_exchanged(before, after, files), **files}
    return Moves(files, _alone(_defined(before), _defined(after), files))


def _exchanged(
    before: Mapping[str, str], after: Mapping[str, str], files: Mapping[str, str]
) -> dict[str, str]:
    """Files whose whole text another one has now that was there before: git breaks up no small ones."""
    there: dict[str, list[str]] = {}
    for path, text in after.items():
        there.setdefault(text, []).append(path)
    texts = list(before.values())
    taken = set(files.values())
    return {
        path: there[text][0]
        for path, text in before.items()
        if text
        and len(there.get(text, ())) == 1 == texts.count(text)
        and there[text][0] not in {path, *taken}
    }


def _defined(texts: Mapping[str, str]) -> _Defined:
    from purposelint.extract import definitions  # noqa: PLC0415 - a parser, where mostly nothing moved

    return {path: definitions(text) for path, text in texts.items()}


def _alone(before: _Defined, after: _Defined, files: Mapping[str, str]) -> list[Moved]:
    lost = _without(before, after, files)
    got = _without(after, before, {now: was for was, now in files.items()})
    found: list[Moved] = []
    for name, places in lost.items():
        others = got.get(name, [])
        if len(places) * len(others) > _MOST:
            continue
        pairs = [(was, now) for was in places for now in others if was[1].is_like(now[1])]
        for was, now in pairs:
            if sum(was is one or now is other for one, other in pairs) == 1:
                found.append(Moved(name, _lines(*was), _lines(*now)))
    return sorted(found)


def _without(
    ones: _Defined, others: _Defined, files: Mapping[str, str]
) -> dict[str, list[tuple[str, Definition]]]:
    """Definitions by name that a file has, and its other state has not."""
    found: dict[str, list[tuple[str, Definition]]] = {}
    for path, defined in ones.items():
        there = others.get(files.get(path, path), {})
        for name, one in defined.items():
            if name not in there:
                found.setdefault(name, []).append((path, one))
    return found


def _lines(path: str, one: Definition) -> Lines:
    return Lines(path, one.first, one.last)
