"""Facts of one folder of a project handed to another folder that holds the same project at another time."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from purposelint.keeping.opening import opened
from purposelint.keeping.places import project_store
from purposelint.keeping.tidying import ours

_KIND = "facts"


def copy_kept(root: Path, other: Path) -> None:
    """Copy what is kept about the files of `root` to `other`, where it counts for files that are alike.

    The copy is sealed as it was, so whoever reads it believes it or not. What fails is not copied.
    """
    source, target = project_store(root).folder, project_store(other).folder
    with suppress(OSError):
        if source.is_symlink():
            return
        for kept in ours(source):
            if kept.kind != _KIND:
                continue
            with opened(kept.file) as (handle, status):
                body = os.read(handle, status.st_size)
            target.mkdir(exist_ok=True)
            (target / kept.file.name).write_bytes(body)
