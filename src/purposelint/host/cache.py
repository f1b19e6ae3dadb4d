"""Facts kept between runs: one file, keyed by path and content, worthless when extraction changes."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from purposelint.domain.facts import FileFacts, Unreadable
from purposelint.keeping import code_digest, project_store

_FORM = b"facts 2"
"""How entries are laid out in their file; another number is another file."""

_HEAD = 8
_SOURCES = ("extract", "domain")
"""Folders of the package that decide what facts look like."""

_UNREADABLE = msgspec.msgpack.Decoder(Unreadable)
_ENCODER = msgspec.msgpack.Encoder()


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where an entry stands: hash of the file it was made from, and place of its bytes."""

    content: bytes
    facts: bool
    start: int
    length: int


_INDEX = msgspec.msgpack.Decoder(dict[str, Entry])


def extraction_digest() -> str:
    """Digest of the code that makes facts: our own sources, and the version of the parser."""
    return digest(_SOURCES, (_FORM,)).hex()[:16]


def digest(folders: Iterable[str], parts: Iterable[bytes]) -> bytes:
    """Digest of our own sources below folders of the package, of the parser's version, and of parts."""
    return code_digest(folders, (*(file.read_bytes() for file in _parser_version()), *parts))


def _parser_version() -> list[Path]:
    """The file that holds the parser's version: found, not imported, because importing takes long."""
    found = importlib.util.find_spec("libcst")
    folders = found.submodule_search_locations if found else None
    files = [Path(folder) / "_version.py" for folder in folders or ()]
    return [file for file in files if file.is_file()]


def encode(result: FileFacts | Unreadable) -> bytes:
    """A result as bytes, for the cache and for the way between processes."""
    return _ENCODER.encode(result)


def decode(data: bytes | memoryview, *, facts: bool) -> FileFacts | Unreadable:
    """A result from its bytes; `facts` says which kind. Raises msgspec.MsgspecError."""
    return _facts_decoder().decode(data) if facts else _UNREADABLE.decode(data)


@cache
def _facts_decoder() -> msgspec.msgpack.Decoder[FileFacts]:
    """Made when facts are read, because making it takes long: a run over what has not changed reads none."""
    return msgspec.msgpack.Decoder(FileFacts)


class Cache:
    """The entries of one project. Looks up while a run lasts, writes once at its end."""

    def __init__(self, root: Path, digest: str) -> None:
        self.root = root
        self.store = project_store(root)
        self.name = f"facts-{digest}.bin"
        self._data = memoryview(b"")
        self._index: dict[str, Entry] = {}
        self._new: dict[str, tuple[bytes, bool, bytes]] = {}
        self._seen: set[str] = set()
        self._load()

    def _load(self) -> None:
        data = self.store.read(self.name)
        if data is None:
            return
        size = int.from_bytes(data[:_HEAD], "big")
        try:
            self._index = _INDEX.decode(data[_HEAD : _HEAD + size])
        except (msgspec.MsgspecError, UnicodeDecodeError):
            self.store.distrust(self.name)
        self._data = data[_HEAD + size :]

    def get(self, path: str, content: bytes) -> FileFacts | Unreadable | None:
        """What was made of this content at this path, None if nothing is known."""
        self._seen.add(path)
        entry = self._index.get(path)
        if entry is None or entry.content != content:
            return None
        try:
            result = decode(self._blob(entry), facts=entry.facts)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            self.store.distrust(self.name)
            return None
        return result if result.path == path else None

    def _blob(self, entry: Entry) -> memoryview:
        return self._data[entry.start : entry.start + entry.length]

    def put(self, path: str, content: bytes, data: bytes, *, facts: bool) -> None:
        """Keep an encoded result."""
        self._new[path] = (content, facts, data)

    def save(self) -> None:
        """Write the cache anew if anything was put; entries of files that are gone are dropped."""
        if self._new:
            self.store.write(self.name, *self._encoded())

    def _encoded(self) -> list[bytes | memoryview]:
        blobs: list[bytes | memoryview] = []
        index: dict[str, Entry] = {}
        start = 0
        for path, content, facts, blob in sorted(self._all(), key=lambda each: each[0]):
            index[path] = Entry(content, facts, start, len(blob))
            blobs.append(blob)
            start += len(blob)
        head = _ENCODER.encode(index)
        return [len(head).to_bytes(_HEAD, "big"), head, *blobs]

    def _all(self) -> Iterable[tuple[str, bytes, bool, bytes | memoryview]]:
        for path, (content, facts, blob) in self._new.items():
            yield path, content, facts, blob
        for path, entry in self._index.items():
            if path not in self._new and (path in self._seen or (self.root / path).is_file()):
                yield path, entry.content, entry.facts, self._blob(entry)
