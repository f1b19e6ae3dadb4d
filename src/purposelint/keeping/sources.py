"""Digest of our own code: what was made by another is not what this one would make."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def code_digest(folders: Iterable[str], parts: Iterable[bytes] = ()) -> bytes:
    """Digest of our own sources below folders of the package, and of parts that stand for more."""
    digest = blake2b(digest_size=16)
    for folder in folders:
        digest.update(_folder_digest(folder))
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


@lru_cache(maxsize=32)
def _folder_digest(folder: str) -> bytes:
    """Digest of one folder's sources, which one run asks for with several others. Raises OSError."""
    digest = blake2b(folder.encode(), digest_size=16)
    for file in sorted((_PACKAGE / folder).rglob("*.py")):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.digest()
