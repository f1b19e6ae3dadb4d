"""Results of whole stages, kept between runs under a digest of everything they were made from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from purposelint.host.cache import digest as digest_of
from purposelint.keeping import project_store

_MOST = 4
"""Results that are kept: of the whole project, and of a few parts of it that are checked by themselves."""


def digest(folders: Iterable[str], parts: Iterable[bytes]) -> str:
    """What stands for the code in folders of this package and for all that it was given, in order."""
    return digest_of(folders, parts).hex()


def recall(root: Path, kind: str, key: str) -> memoryview | None:
    """The result that was kept under a key; None where there is none, or it is not to be believed."""
    return project_store(root).read(f"{kind}-{key}.bin")


def keep(root: Path, kind: str, key: str, body: bytes) -> None:
    """Keep a result of a kind that `keeping` knows; of its kind the newest few stay."""
    project_store(root).write(f"{kind}-{key}.bin", body, newest=_MOST)
