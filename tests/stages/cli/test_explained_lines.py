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


def lookup(font):
    log.error("no font %s", tidied(font))


def size(user):
    log.info("%s", len(user.email))


log = logging.getLogger()
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "app.py").write_text(_TEXT, encoding="utf-8")
    return session.settings_for([tmp_path], overrides={"cache": False, "workers": 1})


def test_a_finding_is_told_once_with_how_sure_it_is(settings: Settings) -> None:
    text = explain_line(session.explain(settings, "app.py", 5))
    assert text.count("PUR101 logged-without-purpose") == 1
    assert text.count("confidence") <= 1
    assert "not known as personal data" not in text
    verbose = explain_line(session.explain(settings, "app.py", 5), Look(verbose=True))
    assert "not known as personal data" in verbose
    assert "logging.info is a log call" not in verbose


def test_calls_are_told_apart_from_names_that_might_be_data(settings: Settings) -> None:
    text = explain_line(session.explain(settings, "app.py", 13))
    assert (
        "log.error is a log call (logging.message); nothing that it takes is personal data, as far as the"
        " names say."
    ) in " ".join(text.split())
    assert "only called                 tidied\nnot known as personal data  font\n" in text


def test_a_log_call_that_gets_only_the_length_of_data_is_told_as_one(settings: Settings) -> None:
    text = explain_line(session.explain(settings, "app.py", 17))
    assert (
        "log.info is a log call (logging.message); no personal data of this line comes to it in clear text."
    ) in " ".join(text.split())


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
