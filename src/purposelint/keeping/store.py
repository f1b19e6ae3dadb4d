"""A folder of sealed files: each written whole or not at all, never through a link, and bounded in all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path

from purposelint.keeping.key import find_key
from purposelint.keeping.notices import tell
from purposelint.keeping.opening import beside, opened
from purposelint.keeping.tidying import has_our_name, tidy

BOUND = 256 * 2**20
"""Bytes that one folder may hold in all."""

_MAGIC = b"purposelint cache 1\n"
_KEY_ID = 8
_SEAL = 16
_HEAD = len(_MAGIC) + _KEY_ID + _SEAL

_MARKS = {
    ".gitignore": b"*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# What purposelint keeps between runs. It may be deleted at any time.\n",
}


@dataclass(frozen=True)
class Store:
    """Kept files of one folder, for runs over one project; a folder that is a link is as good as none."""

    folder: Path
    root: Path
    in_project: bool = True
    """Whether it lies in a project, where git and backups have to be told of it."""

    def read(self, name: str) -> memoryview | None:
        """What was kept under a name; None where there is none, or it is not what this user's runs wrote."""
        key = find_key(self.root, make=False)
        try:
            if self.in_project and self.folder.is_symlink():
                return None
            with opened(self.folder / name) as (handle, status):
                found = _body(handle, status.st_size, key, name)
        except OSError:
            return None
        if isinstance(found, str):
            self.distrust(name, found)
            return None
        return found

    def distrust(self, name: str, wrong: str = "is damaged") -> None:
        """Note that a file is there and is not used."""
        tell(self.folder / name, wrong)

    def write(self, name: str, *parts: bytes | memoryview, newest: int = 1) -> None:
        """Keep parts, joined, under a name; of its kind the newest few stay. What fails is not kept."""
        assert has_our_name(name), name
        if sum(map(len, parts)) + _HEAD > BOUND:
            self.distrust(name, f"would be larger than {BOUND:,} bytes and was not kept")
            return
        with suppress(OSError):
            key = find_key(self.root, make=True)
            if key is None:
                return
            self._prepare()
            file = self.folder / name
            head = b"".join((_MAGIC, _key_id(key), _seal(key, name, parts)))
            with beside(file, (head, *parts), 0o666 if self.in_project else 0o600) as made:
                made.replace(file)
            tidy(self.folder, name, newest, BOUND)

    def _prepare(self) -> None:
        if not self.in_project:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return
        if self.folder.is_symlink():
            raise NotADirectoryError(self.folder)
        self.folder.mkdir(exist_ok=True)
        for name, content in _MARKS.items():
            if not os.path.lexists(self.folder / name):
                with beside(self.folder / name, (content,), 0o666) as made:
                    made.replace(self.folder / name)


def _body(handle: int, size: int, key: bytes | None, name: str) -> memoryview | str:
    """What follows the seal if that is whole, else what is wrong; no more than needed is read for that."""
    if size > BOUND:
        return f"is larger than {BOUND:,} bytes"
    with os.fdopen(handle, "rb", closefd=False) as file:
        head = file.read(_HEAD)
        if len(head) < _HEAD or not head.startswith(_MAGIC):
            return "is damaged or of another version"
        if key is None or _key_id(key) != head[len(_MAGIC) : -_SEAL]:
            return "was not written with this user's key"
        body = memoryview(file.read(size))
    return body if compare_digest(head[-_SEAL:], _seal(key, name, (body,))) else "is damaged"


def marks() -> Iterator[str]:
    """Names of the files that tell others what the folder is."""
    yield from _MARKS


def _key_id(key: bytes) -> bytes:
    """Which key a file was sealed with, told without telling the key."""
    return blake2b(b"which key", key=key, digest_size=_KEY_ID).digest()


def _seal(key: bytes, name: str, parts: tuple[bytes | memoryview, ...]) -> bytes:
    """What nobody can make without the key; a file that is given another name has another."""
    made = blake2b(name.encode() + b"\0", key=key, digest_size=_SEAL)
    for part in parts:
        made.update(part)
    return made.digest()
