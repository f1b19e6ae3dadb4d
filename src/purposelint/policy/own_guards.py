"""Guards that a project's own rules add: each ends flows on the project's word alone."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from purposelint.domain.settings import Settings
from purposelint.policy.documents import Document, read
from purposelint.policy.locations import label_of, resolved


class OwnGuard(NamedTuple):
    """A `[[guard]]` of a folder in `extend-rules`, and where it stands."""

    id: str
    calls: tuple[str, ...]
    gives: str
    path: str
    line: int


def own_guards(settings: Settings) -> tuple[OwnGuard, ...]:
    """All guards of the project's own rules in order of file; a mistake in them was told before."""
    found: list[OwnGuard] = []
    for stated in settings.configuration.extend_rules:
        folder = resolved(settings.root, stated) or settings.root / stated
        for place in sorted((folder / "libraries").glob("*.toml")):
            found += _guards(place, settings.root)
    return tuple(found)


def _guards(place: Path, root: Path) -> list[OwnGuard]:
    document = read(place, label_of(place, root))
    if not isinstance(document, Document):
        return []
    tables = document.data.get("guard", [])
    return [
        OwnGuard(
            str(table.get("id", "")),
            _words(table.get("call", ())),
            str(table.get("gives", "")),
            document.label,
            document.line(("guard", index)),
        )
        for index, table in enumerate(tables)
        if isinstance(table, dict)
    ]


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
