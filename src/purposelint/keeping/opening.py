"""Opening and writing files where somebody else may have put something in the way."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SAFE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _SAFE
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFE

TEMPORARY = ".tmp"


@contextmanager
def opened(file: Path) -> Iterator[tuple[int, os.stat_result]]:
    """A handle to read a regular file with, and its status; OSError for a link, a pipe or a device."""
    handle = os.open(file, _READ)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or file.is_symlink():
            raise OSError(f"{file} is not a regular file")
        yield handle, status
    finally:
        os.close(handle)


@contextmanager
def beside(file: Path, parts: tuple[bytes | memoryview, ...], mode: int) -> Iterator[Path]:
    """A new file with these contents in the same folder, to be moved to its place; gone afterwards."""
    made = file.with_name(f"{file.stem}.{secrets.token_hex(4)}{TEMPORARY}")
    try:
        with os.fdopen(os.open(made, _MAKE, mode), "wb") as out:
            out.writelines(parts)
        yield made
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)
