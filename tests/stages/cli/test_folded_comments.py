"""Where stored fields are told a line a model, comments that declare nothing are told with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint.cli.app import app

FIELD = "    field{0}_email = models.EmailField()  # purpose: frobnicating\n"
MODELS = """\
from django.db import models


class Member(models.Model):
    email = models.EmailField()  # purpose: frobnicate
    phone = models.CharField(max_length=20)  # purpose: registering
    mobile_phone = models.CharField(max_length=20)
"""


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "purposelint.toml").write_text("", encoding="utf-8")
    (tmp_path / "models.py").write_text(MODELS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "models.py"


def _told(form: str, *more: str) -> str:
    told = CliRunner().invoke(app, ["check", "--output-format", form, *more]).stdout
    return " ".join(told.replace("%0A", " ").replace("%60", "`").replace("`", "").split())


@pytest.mark.parametrize(
    ("form", "more"), [("full", ()), ("full", ("--verbose",)), ("github", ()), ("markdown", ())]
)
def test_a_comment_that_does_not_count_is_told(form: str, more: tuple[str, ...]) -> None:
    told = _told(form, *more).lower()
    assert "the comment at email does not count: frobnicate is no purpose of this policy" in told
    assert (
        "the comment at phone does not count: registering is no purpose of this policy; did you mean" in told
    )
    assert "the comment at mobile_phone" not in told


def test_many_are_counted(models: Path) -> None:
    with models.open("a", encoding="utf-8") as file:
        file.write("".join(FIELD.format(number) for number in range(4)))
    told = _told("full")
    assert told.count("does not count: ") == 3
    assert "nor do those at 3 fields more" in told
