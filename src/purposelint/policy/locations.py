"""Where the rules lie: inside the installed package, or in the checkout beside the source."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_PACKAGED = _PACKAGE / "rules"
_CHECKOUT = _PACKAGE.parent.parent / "rules"


def rules_folder() -> Path:
    """The packaged copy of the rules if there is one, else the checkout's (an editable install)."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def shipped_policies() -> tuple[str, ...]:
    """Names of the policies that come with the package, sorted."""
    return tuple(sorted(path.stem for path in (rules_folder() / "policies").glob("*.toml")))


def resolved(folder: Path, name: str) -> Path | None:
    """The absolute path of a name that a file states, links followed; None if it cannot be a path."""
    try:
        return Path(os.path.realpath(folder / name))
    except (OSError, ValueError):
        return None


def label_of(place: Path, root: Path) -> str:
    """How messages call a file: relative to the project or to the rules, with forward slashes.

    Bytes of a name that is no text are written out, since reports hold it.
    """
    said = _below(place, root).encode("utf-8", "surrogateescape")
    return said.decode("utf-8", "backslashreplace")


def _below(place: Path, root: Path) -> str:
    rules = rules_folder()
    for base, prefix in ((rules, "rules/"), (root, "")):
        if place.is_relative_to(base):
            return prefix + place.relative_to(base).as_posix()
    return Path(os.path.relpath(place, root)).as_posix() if _same_drive(place, root) else place.as_posix()


def _same_drive(place: Path, root: Path) -> bool:
    return place.drive == root.drive
