"""Whether a folder has a configuration, in whichever file."""

from __future__ import annotations

import os
import re
from pathlib import Path

from purposelint.policy.configuration import FILES, PROJECT

_TABLE = re.compile(rb"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*purposelint\b", re.MULTILINE)


def configured_by(folder: Path) -> str:
    """The file of a folder that configures purposelint, sound or not; '' where none does."""
    for name in FILES:
        if os.path.lexists(folder / name):
            return name
    try:
        stated = _TABLE.search((folder / PROJECT).read_bytes()) is not None
    except OSError:
        return ""
    return PROJECT if stated else ""
