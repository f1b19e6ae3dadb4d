"""What a run knows of one line, as `explain` asks for it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from purposelint import explaining, session
from purposelint.accepting import run
from purposelint.analysis import Run
from purposelint.domain.settings import Settings
from purposelint.report import Look
from purposelint.report.explained_line import explain_line

_TEXT = """\
import logging


def show(user):
    logging.info("to %s", user.email, extra={"email": user.email})


def other(user):
    return user
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "app.py").write_text(_TEXT, encoding="utf-8")
    return session.settings_for([tmp_path], overrides={"cache": False, "workers": 1})


def test_a_finding_is_told_once_with_how_sure_it_is(settings: Settings) -> None:
    text = explain_line(session.explain(settings, "app.py", 5))
    assert text.count("PUR101 logged-without-purpose") == 1
    assert text.count("confidence") <= 1
    assert "no rule knows" not in text
    assert "no rule knows" in explain_line(session.explain(settings, "app.py", 5), Look(verbose=True))


def test_the_function_around_a_line_is_named_if_it_met_a_bound(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bounded(asked: Settings) -> Run:
        made = run(asked)
        limits = ("app.show", "app.Nowhere")
        return dataclasses.replace(made, verdict=dataclasses.replace(made.verdict, limits=limits))

    monkeypatch.setattr(explaining, "run", bounded)
    assert session.explain(settings, "app.py", 5).cut_short == ("app.show",)
    assert session.explain(settings, "app.py", 9).cut_short == ()
