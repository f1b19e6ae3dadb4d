"""Reading one file with care: regular, not too large, not behind a link."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from purposelint.domain.facts import SourceFile, Unreadable
from purposelint.domain.limits import STANDARD

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read(root: Path, path: str, largest: int = STANDARD.file_bytes) -> SourceFile | Unreadable:
    """Bytes of a file of at most `largest`; `path` is relative to `root`.

    Links, pipes and devices are refused, not waited for.
    """
    try:
        handle = os.open(root / path, _FLAGS)
    except OSError as error:
        return Unreadable(path, _reason(root / path, error))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return Unreadable(path, "is not a regular file")
        if status.st_size > largest:
            return Unreadable(path, _too_large(status.st_size, largest))
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(largest + 1)
    except OSError as error:
        return Unreadable(path, f"cannot be read: {error.strerror or error}")
    finally:
        os.close(handle)
    if len(data) > largest:
        return Unreadable(path, _too_large(len(data), largest))
    return SourceFile(path, data)


def within_size(source: SourceFile, largest: int) -> SourceFile | Unreadable:
    """A file whose text was given, unless it is larger than what is read."""
    size = len(source.data)
    return source if size <= largest else Unreadable(source.path, _too_large(size, largest))


def _reason(file: Path, error: OSError) -> str:
    if file.is_symlink():
        return "is a symbolic link"
    return f"cannot be read: {error.strerror or error}"


def _too_large(size: int, largest: int) -> str:
    return f"is too large to analyse: {size:,} bytes, at most {largest:,} are read (limits.file-bytes)"
