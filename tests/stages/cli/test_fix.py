from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app

MODELS = """\
import logging

from django.db import models

log = logging.getLogger(__name__)


class Customer(models.Model):
    email = models.EmailField()  # noqa: X1  # purpose: acount_registration
    phone = models.CharField(max_length=20)  # purpose: phone for mesaging, paiment because they ask
    birthday = models.DateField()  # purpose: birthdays_for_all
    iban = models.CharField(max_length=34)  # purpose: identity.iban for payment to selv
    size = models.IntegerField()  # purpose: payment
    # purpose: payment
    colour = models.IntegerField()


def greet(user):
    log.info("hello")  # purposelint: ignore[PUR101] the old log until 2031-01-31
    # purposelint: ignore[PUR101, PUR201] asked for until 2031-01-31
    log.info("hello %s", user.email)
    log.info("bye %s", user.email)  # purposelint: ignore[PUR101] goes away until 2020-01-31
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "models.py").write_text(MODELS, encoding="utf-8")
    (tmp_path / "other.py").write_text("x = 1  # purpose: payment\n", encoding="utf-8")
    (tmp_path / "purposelint.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["fix", *arguments, "--no-cache"])


def test_what_is_plain_is_corrected_and_the_rest_is_told(project: Path) -> None:
    result = _run("models.py")
    assert result.exit_code == 1, result.output
    text = (project / "models.py").read_text(encoding="utf-8")
    assert "  # noqa: X1  # purpose: account_registration\n" in text
    assert "  # purpose: identity.phone for messaging, payment because they ask\n" in text
    assert "  # purpose: birthdays_for_all\n" in text
    assert "    size = models.IntegerField()\n    colour = models.IntegerField()\n" in text
    assert '    log.info("hello")\n' in text
    assert "    # purposelint: ignore[PUR101] asked for until 2031-01-31\n" in text
    assert "ignore[PUR101] goes away until 2020-01-31" in text
    assert (project / "other.py").read_text(encoding="utf-8") == "x = 1  # purpose: payment\n"


def test_what_is_written_is_what_the_dry_run_shows(project: Path) -> None:
    shown = _run("--dry-run")
    assert (project / "models.py").read_text(encoding="utf-8") == MODELS
    assert '-    log.info("hello")  # purposelint' in shown.stdout
    assert "would be written" in shown.stderr
    _run()
    assert (project / "other.py").read_text(encoding="utf-8") == "x = 1\n"
    again = _run("--code", "PUR404,PUR406")
    assert again.exit_code == 0
    assert again.stdout == "Nothing to write.\n"


def test_codes_choose(project: Path) -> None:
    _run("--code", "unused-suppression")
    text = (project / "models.py").read_text(encoding="utf-8")
    assert '    log.info("hello")\n' in text
    assert "acount_registration" in text
    assert _run("--code", "PUR407").exit_code == 2


def test_a_skeleton_is_nobodys_misspelling(project: Path) -> None:
    text = "def f(log, user):\n    log.info(user.email)  # purpose: identity.email for TODO\n"
    (project / "models.py").write_text(text, encoding="utf-8")
    result = _run("models.py")
    assert result.exit_code == 1
    assert (project / "models.py").read_text(encoding="utf-8") == text
