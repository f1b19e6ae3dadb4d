"""Results of whole stages, kept between runs under a digest of everything they were made from."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from purposelint.host.cache import code_digest
from purposelint.host.folder import CacheFolder

_MAGIC = b"purposelint result 1\n"
_SUM = 4
_MOST = 4
"""Results that are kept: of the whole project, and of a few parts of it that are checked by themselves."""


def digest(folders: Iterable[str], parts: Iterable[bytes]) -> str:
    """What stands for the code in folders of this package and for all that it was given, in order."""
    made = blake2b(code_digest(folders).encode(), digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def recall(root: Path, kind: str, key: str) -> bytes | None:
    """The result that was kept under a key, None where there is none or it is not whole."""
    data = CacheFolder(root).read(f"{kind}-{key}.bin")
    head = len(_MAGIC) + _SUM
    if data is None or not data.startswith(_MAGIC):
        return None
    body = data[head:]
    return body if data[len(_MAGIC) : head] == _checksum(body) else None


def keep(root: Path, kind: str, key: str, body: bytes) -> None:
    """Keep a result; of its kind the newest few stay."""
    data = b"".join((_MAGIC, _checksum(body), body))
    CacheFolder(root).write(f"{kind}-{key}.bin", data, drop=f"{kind}-*.bin", keep=_MOST)


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(_SUM, "big")
