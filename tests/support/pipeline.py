"""The whole pipeline over a folder, as `purposelint check` runs it."""

from __future__ import annotations

from pathlib import Path

from purposelint import session
from purposelint.domain.verdict import Verdict


def check_folder(folder: Path) -> Verdict:
    """Judge a folder in this process, without a cache, with the configuration that lies in it."""
    return session.check(session.settings_for([folder], overrides={"cache": False, "workers": 1}))
