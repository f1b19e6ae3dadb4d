"""A finding on its way to the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from purposelint.domain.place import Place
from purposelint.domain.verdict import Finding


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A finding, the places at which a suppression may hide it, and text that tells it from its like."""

    finding: Finding
    anchors: tuple[Place, ...]
    text: str = ""
