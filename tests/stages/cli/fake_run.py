"""A command line whose analysis is replaced by a given verdict: the rest is real."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from purposelint import session
from purposelint.cli.app import app
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Verdict


class Fake(NamedTuple):
    """`run` starts the command line; `asked` collects the settings that the analysis was given."""

    run: Callable[[Sequence[str]], Result]
    asked: list[Settings]


def fake(monkeypatch: pytest.MonkeyPatch, folder: Path, outcome: Verdict | BaseException) -> Fake:
    """Stand in `folder` and let every analysis end in `outcome`."""
    asked: list[Settings] = []

    def check(settings: Settings, on_progress: object = None) -> Verdict:
        del on_progress
        asked.append(settings)
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    monkeypatch.chdir(folder)
    monkeypatch.setattr(session, "check", check)
    monkeypatch.setattr(session, "for_reviewers", check)
    return Fake(lambda arguments: CliRunner().invoke(app, list(arguments)), asked)
