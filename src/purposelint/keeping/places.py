"""Where things are kept: about a project's code inside it, about the rules with the user."""

from __future__ import annotations

from pathlib import Path

from purposelint.keeping.key import folder_for, is_stated, user_folder
from purposelint.keeping.store import Store

FOLDER = ".purposelint_cache"

__all__ = ["FOLDER", "project_store", "user_folder", "user_store"]


def project_store(root: Path) -> Store:
    """What is kept in a project, about its code."""
    return Store(root / FOLDER, root)


def user_store(root: Path) -> Store | None:
    """What the user keeps for all projects; None where the project could have brought it."""
    folder = user_folder() if is_stated() else folder_for(root)
    return None if folder is None else Store(folder, root, in_project=False)
