"""The folder in which runs keep things for the next: written whole or not at all, never through a link."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = ".purposelint_cache"
_TAG = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# Facts that purposelint keeps between runs. It may be deleted at any time.\n"
)


class CacheFolder:
    """The cache folder of a project; one that cannot be read or written, or is a link, is as good as none."""

    def __init__(self, root: Path) -> None:
        """Nothing is read or made yet."""
        self.path = root / FOLDER

    def read(self, name: str) -> bytes | None:
        """What a file holds, None where there is none."""
        file = self.path / name
        try:
            return None if self.path.is_symlink() or file.is_symlink() else file.read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes, *, drop: str, keep: int = 1) -> None:
        """Write a file beside and move it to its place; of those that match `drop` the newest `keep` stay."""
        try:
            self._prepare()
            file = self.path / name
            temporary = file.with_suffix(f".{os.getpid()}.tmp")
            try:
                temporary.write_bytes(data)
                temporary.replace(file)
            finally:
                temporary.unlink(missing_ok=True)
            others = sorted((each for each in self.path.glob(drop) if each != file), key=_age)
            for old in others[keep - 1 :]:
                old.unlink(missing_ok=True)
        except OSError:
            return

    def _prepare(self) -> None:
        if self.path.is_symlink():
            raise NotADirectoryError(self.path)
        self.path.mkdir(exist_ok=True)
        for name, content in ((".gitignore", b"*\n"), ("CACHEDIR.TAG", _TAG)):
            if not (self.path / name).exists():
                (self.path / name).write_bytes(content)


def _age(file: Path) -> tuple[float, str]:
    return -file.stat().st_mtime, file.name
