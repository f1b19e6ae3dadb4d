"""Hashes of files' contents: status first, and a file is read only where that leaves a doubt.

A file is known by its size, its inode and the times of its last change to the nanosecond. Whoever writes a
file can state any time of modification; the time of the change itself is the system's own.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import msgspec

from purposelint.domain.facts import Unreadable
from purposelint.domain.settings import Settings
from purposelint.host.discovery import Discovery
from purposelint.host.reading import read
from purposelint.host.risk import is_calm
from purposelint.keeping import project_store

_NAME = "contents-01.bin"
"""Another form of the index has another number."""

_SETTLED = 2_000_000_000
"""Nanoseconds since a file's last change after which another one shows: FAT counts in twos of seconds."""

_TELLS_CHANGES = sys.platform != "win32"
"""Whether the system notes when a file was changed; Windows tells when it was made."""


class Status(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the system says of a file without reading it."""

    size: int
    inode: int
    modified: int
    changed: int


class _Known(msgspec.Struct, frozen=True, array_like=True, gc=False):
    status: Status
    content: bytes


@dataclass(frozen=True, slots=True)
class Seen:
    """A file's content by its hash; `calm` is None where it was not read for that."""

    content: bytes
    size: int
    calm: bool | None


Looked = dict[str, Seen | Unreadable]
"""What was seen of each file, by path."""

_INDEX = msgspec.msgpack.Decoder(dict[str, _Known])
_ENCODER = msgspec.msgpack.Encoder()


def content_hash(data: bytes) -> bytes:
    """What stands for a file's content."""
    return blake2b(data, digest_size=16).digest()


def look(discovery: Discovery, settings: Settings) -> Looked:
    """The hash of every file's content, in order of path.

    Read are only those that may have changed since an earlier run. Without `settings.cache` all are read.
    """
    index = _Index(settings.root) if settings.cache and _TELLS_CHANGES else None
    largest = settings.configuration.limits.file_bytes
    found: Looked = {}
    unsaved = {one.path: one.data for one in settings.unsaved}
    for path in discovery.files:
        if path in unsaved:
            found[path] = _seen(unsaved[path])
            continue
        known = index.known(path, largest) if index is not None else None
        if known is not None:
            found[path] = Seen(known.content, known.status.size, None)
            continue
        source = read(settings.root, path, largest)
        if isinstance(source, Unreadable):
            found[path] = source
            continue
        found[path] = seen = _seen(source.data)
        if index is not None:
            index.note(path, seen.size, seen.content)
    if index is not None:
        index.save()
    return found


def _seen(data: bytes) -> Seen:
    return Seen(content_hash(data), len(data), is_calm(data))


@dataclass(slots=True)
class _Index:
    """Hashes by path, with the status that the files had before they were read."""

    root: Path
    begun: int = 0
    kept: dict[str, _Known] = field(default_factory=dict)
    current: dict[str, _Known] = field(default_factory=dict)
    asked: dict[str, Status | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.begun = time.time_ns()
        store = project_store(self.root)
        data = store.read(_NAME)
        try:
            self.kept = {} if data is None else _INDEX.decode(data)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            store.distrust(_NAME)

    def known(self, path: str, largest: int) -> _Known | None:
        """What is known of a file whose status is what it was, None for one that must be read."""
        now = self.asked[path] = _status(f"{self.root}{os.sep}{path}")
        entry = self.kept.get(path)
        if entry is None or entry.status != now or now.size > largest:
            return None
        self.current[path] = entry
        return entry

    def note(self, path: str, size: int, content: bytes) -> None:
        """Keep what was read, unless a change after its status was asked might not show in it."""
        status = self.asked[path]
        if status is None or status.size != size:
            return
        if max(status.modified, status.changed) < self.begun - _SETTLED:
            self.current[path] = _Known(status, content)

    def save(self) -> None:
        """Write the index anew if it differs; files that nobody asked about stay in it while they exist."""
        if all(self.kept.get(path) is self.current.get(path) for path in self.asked):
            return
        others = {
            path: entry
            for path, entry in self.kept.items()
            if path not in self.asked and _status(f"{self.root}{os.sep}{path}") is not None
        }
        index = dict(sorted({**others, **self.current}.items()))
        project_store(self.root).write(_NAME, _ENCODER.encode(index))


def _status(file: str) -> Status | None:
    """Status of a regular file, None for anything else."""
    try:
        found = os.lstat(file)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Status(found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)
