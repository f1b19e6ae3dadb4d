"""Facts kept between runs: one file, keyed by path and content, worthless when extraction changes."""

from __future__ import annotations

import importlib.util
import zlib
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from purposelint.domain.facts import FileFacts, Unreadable
from purposelint.host.folder import CacheFolder

_MAGIC = b"purposelint facts 1\n"
_PACKAGE = Path(__file__).resolve().parent.parent
_SOURCES = ("extract", "domain")
"""Folders of the package that decide what facts look like."""

_FACTS = msgspec.msgpack.Decoder(FileFacts)
_UNREADABLE = msgspec.msgpack.Decoder(Unreadable)
_ENCODER = msgspec.msgpack.Encoder()


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where an entry stands: hash of the file it was made from, place and checksum of its bytes."""

    content: bytes
    facts: bool
    start: int
    length: int
    checksum: int


_INDEX = msgspec.msgpack.Decoder(dict[str, Entry])


def content_hash(data: bytes) -> bytes:
    """What stands for a file's content."""
    return blake2b(data, digest_size=16).digest()


def extraction_digest() -> str:
    """Digest of the code that makes facts: our own sources, and the version of the parser."""
    return code_digest(_SOURCES)


def code_digest(folders: Iterable[str]) -> str:
    """Digest of our own sources below folders of the package, and of the version of the parser."""
    digest = blake2b(_MAGIC, digest_size=8)
    for part in folders:
        digest.update(_folder_digest(part))
    _add_files(digest, _parser_version())
    return digest.hexdigest()


@lru_cache(maxsize=16)
def _folder_digest(folder: str) -> bytes:
    """Digest of one folder's sources, which one run asks for with several others."""
    digest = blake2b(folder.encode(), digest_size=16)
    _add_files(digest, sorted((_PACKAGE / folder).rglob("*.py")))
    return digest.digest()


def _add_files(digest: blake2b, files: Iterable[Path]) -> None:
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())


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
    return _FACTS.decode(data) if facts else _UNREADABLE.decode(data)


class Cache:
    """The entries of one project. Looks up while a run lasts, writes once at its end.

    A folder that cannot be read or written, or is a link, is as good as none.
    """

    def __init__(self, root: Path, digest: str) -> None:
        self.root = root
        self.folder = CacheFolder(root)
        self.name = f"facts-{digest}.bin"
        self.corrupt = 0
        self._data = b""
        self._blobs = 0
        self._index: dict[str, Entry] = {}
        self._new: dict[str, tuple[bytes, bool, bytes]] = {}
        self._seen: set[str] = set()
        self._load()

    def _load(self) -> None:
        data = self.folder.read(self.name)
        if data is None:
            return
        self._data = data
        head = len(_MAGIC) + 8
        size = int.from_bytes(self._data[len(_MAGIC) : head], "big")
        try:
            if not self._data.startswith(_MAGIC):
                raise msgspec.DecodeError("not a cache")
            self._index = _INDEX.decode(memoryview(self._data)[head : head + size])
            self._blobs = head + size
        except (msgspec.MsgspecError, UnicodeDecodeError):
            self.corrupt += 1

    def get(self, path: str, content: bytes) -> FileFacts | Unreadable | None:
        """What was made of this content at this path, None if nothing is known."""
        self._seen.add(path)
        entry = self._index.get(path)
        if entry is None or entry.content != content:
            return None
        try:
            blob = self._blob(entry)
            result = decode(blob, facts=entry.facts) if zlib.crc32(blob) == entry.checksum else None
        except (msgspec.MsgspecError, UnicodeDecodeError):
            result = None
        if result is None or result.path != path:
            self.corrupt += 1
            return None
        return result

    def _blob(self, entry: Entry) -> memoryview:
        start = self._blobs + entry.start
        return memoryview(self._data)[start : start + entry.length]

    def put(self, path: str, content: bytes, data: bytes, *, facts: bool) -> None:
        """Keep an encoded result."""
        self._new[path] = (content, facts, data)

    def save(self) -> None:
        """Write the cache anew if anything was put; entries of files that are gone are dropped."""
        if not self._new:
            return
        self.folder.write(self.name, self._encoded(), drop="facts-*.bin")

    def _encoded(self) -> bytes:
        blobs: list[bytes | memoryview] = []
        index: dict[str, Entry] = {}
        start = 0
        for path, content, facts, blob in sorted(self._all(), key=lambda each: each[0]):
            index[path] = Entry(content, facts, start, len(blob), zlib.crc32(blob))
            blobs.append(blob)
            start += len(blob)
        head = _ENCODER.encode(index)
        return b"".join([_MAGIC, len(head).to_bytes(8, "big"), head, *blobs])

    def _all(self) -> Iterable[tuple[str, bytes, bool, bytes | memoryview]]:
        for path, (content, facts, blob) in self._new.items():
            yield path, content, facts, blob
        for path, entry in self._index.items():
            if path not in self._new and (path in self._seen or (self.root / path).is_file()):
                yield path, entry.content, entry.facts, self._blob(entry)
