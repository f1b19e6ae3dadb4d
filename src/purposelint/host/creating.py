"""New files of a project: written where nothing stands, never in the place of something."""

from __future__ import annotations

import os
from pathlib import Path

from purposelint.domain.created import SAYS_SO

IS_THERE = "is there already"


def create(root: Path, path: str, text: str, *, dry: bool = False) -> str:
    """Write a new file, with the folders it needs, unless `dry`; why it cannot be, '' where it can."""
    root = Path(os.path.realpath(root))
    file = root / path
    if os.path.lexists(file):
        return SAYS_SO if _says(file, text) else IS_THERE
    if not Path(os.path.realpath(file.parent)).is_relative_to(root):
        return "would lie outside the project, behind a link"
    if dry:
        return ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        return IS_THERE if os.path.lexists(file) else "a file stands where its folder should be"
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"
    return ""


def _says(file: Path, text: str) -> bool:
    try:
        return file.is_file() and file.read_bytes() == text.encode()
    except OSError:
        return False
