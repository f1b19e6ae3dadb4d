"""Files of the project written anew: whole or not at all, and only those that are still what was read."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from purposelint.domain.facts import Unreadable
from purposelint.domain.limits import BOUNDS
from purposelint.domain.mended import Edit
from purposelint.host.reading import read

CHANGED = "it was changed meanwhile: run the command again"


def write_back(root: Path, edit: Edit) -> str:
    """Write one file beside itself and rename; why it was left alone, '' where it was written.

    Links are not followed, neither to the file nor to a folder on the way to it.
    """
    root = Path(os.path.realpath(root))
    file = root / edit.path
    if Path(os.path.realpath(file)) != file:
        return "a link leads to it, or out of the project"
    known = read(root, edit.path, BOUNDS["file-bytes"][1])
    if isinstance(known, Unreadable):
        return known.reason
    if known.data != edit.before:
        return CHANGED
    if not os.access(file, os.W_OK):
        return "it is not writable"
    try:
        return _replace(file, edit)
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"


def _replace(file: Path, edit: Edit) -> str:
    status = file.lstat()
    handle, beside = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(edit.after)
        Path(beside).chmod(stat.S_IMODE(status.st_mode))
        now = file.lstat()
        if (now.st_ino, now.st_mtime_ns, now.st_size) != (
            status.st_ino,
            status.st_mtime_ns,
            len(edit.before),
        ):
            Path(beside).unlink()
            return CHANGED
        Path(beside).replace(file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return ""
