"""What `init` wrote, left and ran."""

from __future__ import annotations

import msgspec


class New(msgspec.Struct, frozen=True):
    """A file to begin with: what it is for, its text, and why it was left (a reason) or '' if written."""

    path: str
    purpose: str
    text: str
    left: str = ""


class Begun(msgspec.Struct, frozen=True):
    """All that was done to begin: `told` are sentences besides, `steps` commands to go on with, and why."""

    new: tuple[New, ...]
    told: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
