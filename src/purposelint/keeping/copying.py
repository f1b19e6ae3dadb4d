"""What is kept of one folder handed to another that holds the same project at another time."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from purposelint.keeping.places import project_store
from purposelint.keeping.tidying import ours

_KIND = "facts"


def copy_kept(root: Path, other: Path) -> None:
    """Copy what is kept about the files of `root` to `other`, where it counts for files that are alike.

    What `other` has already stays. What cannot be read or kept is not copied.
    """
    source, target = project_store(root), project_store(other)
    with suppress(OSError):
        names = [kept.file.name for kept in ours(source.folder) if kept.kind == _KIND]
        for name in names:
            body = None if (target.folder / name).exists() else source.read(name)
            if body is not None:
                target.write(name, body)
