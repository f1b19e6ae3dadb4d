"""One run to mend what it found, and another to see what the edits would make of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import msgspec

from purposelint import host, policy
from purposelint.analysis import Progress, Run, run
from purposelint.domain.facts import SourceFile, Unreadable
from purposelint.domain.mended import Edit, Left, Mended, Rewritten
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding

_Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Basis:
    """One run, and the files as they were when it began."""

    made: Run
    looked: host.Looked
    asked: frozenset[str]

    @classmethod
    def of(cls, settings: Settings, tell: Progress | None = None) -> Basis:
        """Run over the project, where edits may end or bring findings anywhere, and note what was looked at.

        `asked` are the files that the settings ask for, where these are a part of the project.
        """
        part = host.discover(settings) if settings.names_part else host.Discovery()
        whole = msgspec.structs.replace(settings, paths=(settings.root, *settings.paths))
        settings = whole if part.named else settings
        looked = host.look(host.discover(settings), settings)
        return cls(run(settings, tell, policy.load(settings)), looked, part.named)

    def asks_for(self, path: str) -> bool:
        """Whether a file is one of those that are to be mended."""
        return not self.asked or path in self.asked

    @property
    def unread(self) -> list[Left]:
        """Files that were asked for and could not be analysed: what they lack nobody knows."""
        found = self.made.verdict.problems
        return [Left(one.path or ".", one.line, one.message) for one in found if self.asks_for(one.path)]

    def source(self, path: str) -> SourceFile | Left:
        """A file as the run saw it, or why it cannot be edited."""
        return source_of(self.made.settings, self.looked, path)

    def again(self, found: Iterable[Rewritten]) -> Run:
        """What a run would give if the edits were written."""
        unsaved = tuple(SourceFile(one.edit.path, one.edit.after) for one in found if one.changed)
        settings = msgspec.structs.replace(self.made.settings, unsaved=unsaved)
        return run(settings, None, (self.made.catalog, self.made.policy))


def source_of(settings: Settings, looked: host.Looked, path: str) -> SourceFile | Left:
    """A file as it was looked at, or why it cannot be edited."""
    if path not in looked:
        return Left(path, 0, "it is no source file: change it by hand")
    source = host.read(settings.root, path, settings.configuration.limits.file_bytes)
    if isinstance(source, Unreadable):
        return Left(path, source.line, source.reason)
    seen = looked[path]
    if not isinstance(seen, host.Seen) or seen.content != host.content_hash(source.data):
        return Left(path, 0, host.CHANGED)
    return source


def untouched(left: Left) -> Rewritten:
    """A file that is left as a whole."""
    return Rewritten(Edit(left.path, b"", b""), left=(left,))


def edits_of(found: Iterable[Rewritten]) -> dict[str, Edit]:
    """The edits that change something, by path."""
    return {one.edit.path: one.edit for one in found if one.changed}


def open_findings(made: Run, edits: Mapping[str, Edit] | None = None) -> dict[_Key, Finding]:
    """Open findings by what stays of them when lines move: those of before with the edits, those of after."""
    found: dict[_Key, Finding] = {}
    for one in made.verdict.findings:
        if one.status == "open":
            edit, line = (edits or {}).get(one.place.path), one.place.span.line
            found[_key(one, edit.moved(line) if edit is not None else line)] = one
    return found


def _key(finding: Finding, line: int) -> _Key:
    place, told = finding.place, (finding.code, finding.element, finding.sink_id, finding.expr)
    return (place.path, line, place.span.column, *told)


def arisen(before: Run, after: Run, found: Iterable[Rewritten]) -> tuple[Finding, ...]:
    """Findings that are open after and were not before."""
    then = open_findings(before, edits_of(found))
    return tuple(one for key, one in open_findings(after).items() if key not in then)


def mended(
    found: Sequence[Rewritten],
    left: Iterable[Left],
    *,
    before: Run | None = None,
    after: Run | None = None,
    chosen: Iterable[Finding] | None = None,
) -> Mended:
    """All edits with their account; with both runs, what they bring and end as well.

    What they end beyond the `chosen` findings is told; without these, what they end in files without edits.
    """
    edits = edits_of(found)
    ended: list[Finding] = []
    if before is not None and after is not None:
        now = open_findings(after)
        ended = [one for key, one in open_findings(before, edits).items() if key not in now]
    asked = None if chosen is None else {one.fingerprint for one in chosen}
    beyond = Counter(
        one.place.path
        for one in ended
        if (one.place.path not in edits if asked is None else one.fingerprint not in asked)
    )
    return Mended(
        edits=tuple(edits.values()),
        changed=tuple(each for one in found for each in one.changed),
        left=tuple(sorted((*left, *(each for one in found for each in one.left)), key=_order)),
        arisen=arisen(before, after, found) if before is not None and after is not None else (),
        gone=len(ended),
        beyond=tuple(sorted(beyond.items())),
    )


def _order(left: Left) -> tuple[str, int, str, str]:
    return (left.path, left.line, left.what, left.why)
