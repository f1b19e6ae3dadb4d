"""Declarations for fields that a class takes from its bases stand at its header, and name their elements."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint.cli.app import app

MODELS = """\
from django.contrib.auth.models import AbstractUser


class Member(AbstractUser):
    pass
"""
HEADER = "class Member(AbstractUser):"


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "purposelint.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "models.py"
    file.write_text(MODELS, encoding="utf-8")
    return file


def _run(*arguments: str) -> str:
    return CliRunner().invoke(app, list(arguments)).stdout


def test_one_of_several_elements_at_a_header_can_be_declared(models: Path) -> None:
    told = _run("declare", "models.py:4", "--element", "identity.email", "--purpose", "messaging")
    assert told.endswith("1 declaration in 1 file written, 1 finding fewer.\n")
    assert f"{HEADER}  # purpose: identity.email for messaging\n" in models.read_text(encoding="utf-8")


def test_a_comment_at_a_header_names_its_elements_though_nothing_else_is_there(models: Path) -> None:
    told = _run("declare", "models.py", "--purpose", "account_registration")
    assert "1 declaration in 1 file written, 4 findings fewer.\n" in told
    assert models.read_text(encoding="utf-8") == MODELS.replace(
        HEADER,
        "# purpose: credential.password, identity.email, identity.name for account_registration\n"
        f"# purpose: identity.username for account_registration\n{HEADER}",
    )


def test_what_is_proposed_for_one_names_its_element(models: Path) -> None:
    assert "as in: # purpose: identity.email for account_registration" in _run("explain", "models.py:4")
    text = f"from django.db import models\n{MODELS}    email = models.EmailField()\n"
    models.write_text(text, encoding="utf-8")
    assert "as in: # purpose: account_registration\n" in _run("explain", "models.py:7")


def test_one_of_several_elements_of_a_call_can_be_declared(models: Path) -> None:
    models.write_text("import logging\ndef f(user):\n    logging.info(user.email, user.phone_number)\n")
    told = _run("declare", "models.py", "--element", "identity.email", "--purpose", "messaging")
    assert told.endswith("1 declaration in 1 file written, 1 finding fewer.\n")
