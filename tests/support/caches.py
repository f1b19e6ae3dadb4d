"""Where runs under test find the user's caches."""

from __future__ import annotations

from pathlib import Path

import pytest


def keep_caches_in(folder: Path | str, monkeypatch: pytest.MonkeyPatch) -> None:
    """State the folder of the user's caches, whatever the system calls it."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
