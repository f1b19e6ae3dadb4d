"""What `init` wrote, left and ran."""

from __future__ import annotations

import msgspec

SAYS_SO = "is there already and says the same"
"""Why a file was left that needs nothing."""


class New(msgspec.Struct, frozen=True):
    """A file to begin with: what it is for, its text, and why it was left (a reason) or '' if written.

    What is left because it says the same has no text. `where` says of what is left where in the file that
    is there its text belongs.
    """

    path: str
    purpose: str
    text: str
    left: str = ""
    where: str = ""


class Begun(msgspec.Struct, frozen=True):
    """All that was done to begin: `told` are sentences besides, `steps` commands to go on with, and why."""

    new: tuple[New, ...]
    told: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
