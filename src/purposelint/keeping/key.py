"""The secret of a user, by which a run knows what earlier runs of the same user wrote.

It lies in the user's own cache folder, or is stated in PURPOSELINT_CACHE_KEY: never in what is scanned,
since whoever wrote that could then seal what they like.
"""

from __future__ import annotations

import os
import secrets
import stat
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from purposelint.errors import InputError, InputMistake
from purposelint.keeping.opening import beside, opened

VARIABLE = "PURPOSELINT_CACHE_KEY"
"""Names the variable that states a key for machines whose user's folder does not last."""

SHORTEST = 16
"""Characters of a stated key: with fewer, it could be guessed."""

NAME = "key"
_SIZE = 32


def user_folder() -> Path | None:
    """Our folder among the user's caches; None if there is no telling where these are."""
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    stated = os.environ.get(name, "")
    try:
        # A path that is not absolute would lie wherever the run happens to stand.
        caches = Path(stated) if Path(stated).is_absolute() else Path.home() / ".cache"
        return Path(os.path.realpath(caches / "purposelint"))
    except (OSError, ValueError, RuntimeError):
        return None


def folder_for(root: Path) -> Path | None:
    """The user's folder, None where a project could have brought it."""
    folder = user_folder()
    return None if folder is None or folder.is_relative_to(os.path.realpath(root)) else folder


def is_stated() -> bool:
    """Whether a key is stated, so that no file of the user's folder has to be believed for its place."""
    return bool(os.environ.get(VARIABLE, ""))


def find_key(root: Path, *, make: bool) -> bytes | None:
    """The key for what is kept of a project; None where there is none, and none is made.

    InputError where one is stated that could be guessed.
    """
    stated = os.environ.get(VARIABLE, "")
    if stated:
        if len(stated) < SHORTEST:
            message = f"must have {SHORTEST} characters or more, chosen at random; it has {len(stated)}"
            raise InputError((InputMistake(VARIABLE, "", message),))
        return blake2b(stated.encode("utf-8", "surrogateescape"), digest_size=_SIZE).digest()
    folder = folder_for(root)
    if folder is None:
        return None
    found = _read(folder / NAME)
    return _made(folder / NAME) if found is None and make else found


def why_none(root: Path) -> str:
    """Why nothing can be kept for a project, '' where it can be or could be."""
    if is_stated():
        return ""
    folder = user_folder()
    if folder is None:
        return "nobody knows where this user's caches are"
    if folder_for(root) is None:
        return f"the user's folder {folder} lies inside the project"
    if _read(folder / NAME) is None and not _writable(folder):
        return f"no key can be written into {folder}"
    return ""


def _writable(folder: Path) -> bool:
    """Whether the folder, or the one above it that exists, can be written."""
    nearest = next((each for each in (folder, *folder.parents) if os.path.lexists(each)), folder)
    return os.path.isdir(nearest) and os.access(nearest, os.W_OK)  # noqa: PTH112 - never raises


def _read(file: Path) -> bytes | None:
    """The key in a file; None if there is none, or another user wrote it or may write or read it."""
    try:
        with opened(file) as (handle, status):
            key = os.read(handle, _SIZE + 1)
    except OSError:
        return None
    return key if len(key) == _SIZE and _is_ours(status) else None


def _is_ours(status: os.stat_result) -> bool:
    if sys.platform == "win32":
        return True  # the user's profile is closed to others
    return status.st_uid in {os.geteuid(), 0} and not status.st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def _made(file: Path) -> bytes | None:
    """A new key, or that of a run which made one at the same time; None if it cannot be kept."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with beside(file, (secrets.token_bytes(_SIZE),), 0o600) as made:
            with suppress(OSError):
                os.link(made, file)  # fails where somebody was faster
            if _read(file) is None:  # it is not sound, or this system has no second names for a file
                made.replace(file)
    except OSError:
        return None
    return _read(file)
