"""GitHub's summary of a job: a page that each step may add to, and where annotations have no room."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from purposelint.cli.screen import check_writable
from purposelint.domain.verdict import Verdict
from purposelint.errors import InputError, InputMistake
from purposelint.report.comment import page

VARIABLE = "GITHUB_STEP_SUMMARY"

_MOST = 1024 * 1024
"""Bytes that GitHub takes of what one step adds; of more it takes nothing."""

_LEAST = 10_000
"""Bytes without which nothing is added: room for the head of a page."""


def summary_file(formats: Collection[str]) -> Path | None:
    """The page to add to where `github` is among the formats; InputError if it cannot be written."""
    name = os.environ.get(VARIABLE, "") if "github" in formats else ""
    if not name:
        return None
    check_writable(Path(name), f"${VARIABLE}")
    return Path(name)


def add_summary(file: Path, verdict: Verdict) -> None:
    """Add the page to what the step has written so far, as far as there is room for it."""
    try:
        room = _MOST - (file.stat().st_size if file.exists() else 0)
        if room >= _LEAST:
            with file.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                out.write(page(verdict, room))
    except OSError as error:
        message = f"{file} cannot be written: {error.strerror or error}"
        raise InputError((InputMistake(f"${VARIABLE}", "", message),)) from error
