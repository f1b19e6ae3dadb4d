"""What a folder holds, and emptying it of what is ours alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from purposelint.keeping.key import NAME
from purposelint.keeping.store import Store, marks
from purposelint.keeping.tidying import KINDS, ours


@dataclass(frozen=True, slots=True)
class Kept:
    """How many files of one kind a folder holds, and how many bytes they take."""

    kind: str
    files: int
    size: int


def inventory(store: Store) -> tuple[Kept, ...]:
    """What of ours a folder holds, kind by kind; nothing for one that is a link or cannot be listed."""
    try:
        found = [] if store.in_project and store.folder.is_symlink() else [*ours(store.folder)]
    except OSError:
        return ()
    kinds = {**KINDS, "": "left unfinished"}
    sizes = {kind: [each.size for each in found if each.kind == kind] for kind in kinds}
    return tuple(Kept(kinds[kind], len(each), sum(each)) for kind, each in sizes.items() if each)


def clear(store: Store) -> tuple[int, tuple[Path, ...]]:
    """Remove what is ours; how many files that were, and what else was there and stays. Raises OSError.

    No link is followed. A folder of a project goes with its last file; that of the user loses its key.
    """
    folder = store.folder
    if not os.path.lexists(folder):
        return 0, ()
    if not folder.is_dir() or (store.in_project and folder.is_symlink()):
        return 0, (folder,)
    gone = [each.file for each in ours(folder)]
    signs = [folder / name for name in (marks() if store.in_project else (NAME,))]
    others = sorted({*folder.iterdir()} - {*gone} - {*signs})
    if not others or not store.in_project:
        gone += [each for each in signs if each.is_file() and not each.is_symlink()]
        others += [each for each in signs if each not in gone and os.path.lexists(each)]
    for each in gone:
        each.unlink(missing_ok=True)
    if not others:
        folder.rmdir()
    return len(gone), tuple(others)
