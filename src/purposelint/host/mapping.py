"""Facts of all files: from the cache where the content is known, else by work in child processes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property

from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.domain.limits import STANDARD, Limits
from purposelint.domain.settings import Settings
from purposelint.host.cache import Cache, decode, extraction_digest
from purposelint.host.contents import Looked, Seen, content_hash, look
from purposelint.host.discovery import Discovery
from purposelint.host.memory import uncollected
from purposelint.host.reading import read
from purposelint.host.risk import is_calm
from purposelint.host.tasks import Done, Work, do, failed

Progress = Callable[[int, int], None]

WORTH_A_POOL = 300_000
"""Bytes to parse below which starting processes takes longer than they save."""


def cached_map(
    work: Work,
    discovery: Discovery,
    settings: Settings,
    on_progress: Progress | None = None,
    counts: Counter[str] | None = None,
) -> tuple[tuple[FileFacts, ...], tuple[Unreadable, ...]]:
    """Run `work` over all files, in order of path; what failed, discovery's failures included, comes second.

    `work` must be importable by name. `on_progress` is told how many of how many files are done.
    `counts` receives `cached` and `read`.
    """
    job = _Job(work, settings, len(discovery.files), on_progress)
    with uncollected():
        todo = job.look_up(look(discovery, settings))
        job.run(todo)
    if job.cache is not None:
        job.cache.save()
    if counts is not None:
        counts.update(cached=len(discovery.files) - len(todo), read=len(todo))
    results = [job.results[path] for path in sorted(job.results)]
    failures = [*discovery.unreadable, *(each for each in results if isinstance(each, Unreadable))]
    return (
        tuple(each for each in results if isinstance(each, FileFacts)),
        tuple(sorted(failures, key=lambda each: each.path)),
    )


@dataclass(slots=True)
class _Todo:
    path: str
    size: int
    calm: bool


@dataclass
class _Job:
    work: Work
    settings: Settings
    total: int
    on_progress: Progress | None
    cache: Cache | None = None
    results: dict[str, FileFacts | Unreadable] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.settings.cache:
            self.cache = Cache(self.settings.root, _digest(self.settings.configuration.limits))

    def _asked(self, todo: _Todo) -> str | SourceFile:
        """The file itself where its text is not that on the disk, else its path."""
        return self._unsaved.get(todo.path, todo.path)

    def look_up(self, looked: Looked) -> list[_Todo]:
        """Enter what the cache knows; the rest is to do, biggest files first."""
        todo: list[_Todo] = []
        for path, seen in looked.items():
            if isinstance(seen, Unreadable):
                self._enter(path, seen)
                continue
            known = self.cache.get(path, seen.content) if self.cache is not None else None
            if known is None:
                todo.append(_Todo(path, seen.size, self._is_calm(path, seen)))
            else:
                self._enter(path, known)
        return sorted(todo, key=lambda each: (-each.size, each.path))

    def _is_calm(self, path: str, seen: Seen) -> bool:
        if seen.calm is not None:
            return seen.calm
        source = read(self.settings.root, path, self._limits.file_bytes)
        return isinstance(source, SourceFile) and is_calm(source.data)

    def run(self, todo: list[_Todo]) -> None:
        """Work on the files that are to do."""
        small = sum(each.size for each in todo) < WORTH_A_POOL or self.settings.workers == 1
        here = [self._asked(each) for each in todo if small and each.calm]
        there = [self._asked(each) for each in todo if not (small and each.calm)]
        if there:
            from purposelint.host.workers import Pool  # noqa: PLC0415 - a warm run needs no processes

            self.work(SourceFile("", b""))  # loads the parser once, before children copy this process
            with closing(Pool(self.work, self.settings.root, self._size(), self._limits)) as pool:
                for done in pool.map(there):
                    self._finish(done)
            here += self._unstarted(todo)
        for asked in here:
            self._finish(do(self.work, self.settings.root, asked, self._limits.file_bytes))

    def _unstarted(self, todo: list[_Todo]) -> list[str | SourceFile]:
        """Files that no child could be started for: the calm ones are read here, the others given up."""
        from purposelint.host.workers import UNSTARTED  # noqa: PLC0415 - as above

        left = [each for each in todo if each.path not in self.results]
        for each in left:
            if not each.calm:
                self._finish(failed(each.path, UNSTARTED))
        return [self._asked(each) for each in left if each.calm]

    @cached_property
    def _unsaved(self) -> dict[str, SourceFile]:
        return {one.path: one for one in self.settings.unsaved}

    @property
    def _limits(self) -> Limits:
        return self.settings.configuration.limits

    def _size(self) -> int:
        return self.settings.workers or _processors()

    def _finish(self, done: Done) -> None:
        if done.content and self.cache is not None and done.path not in self._unsaved:
            self.cache.put(done.path, done.content, done.data, facts=done.facts)
        self._enter(done.path, decode(done.data, facts=done.facts))

    def _enter(self, path: str, result: FileFacts | Unreadable) -> None:
        self.results[path] = result
        if self.on_progress is not None:
            self.on_progress(len(self.results), self.total)


def _digest(limits: Limits) -> str:
    """Digest of all that decides what becomes of a file's content: our code, and the limits in force."""
    if limits == STANDARD:
        return extraction_digest()
    stated = repr(limits).encode()
    return f"{extraction_digest()}-{content_hash(stated).hex()[:8]}"


def _processors() -> int:
    """Processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return max(1, len(affinity(0)) if affinity else os.cpu_count() or 1)
