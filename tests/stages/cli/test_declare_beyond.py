"""`purposelint declare` tells what its comments silence besides what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app

MODELS = """\
from django.db import models


class Person(models.Model):
    email = models.EmailField()
"""
EXPORT = """\
import csv
from models import Person


def export(file):
    csv.writer(file).writerow([person.email for person in Person.objects.all()])
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "purposelint.toml").write_text("", encoding="utf-8")
    (tmp_path / "models.py").write_text(MODELS, encoding="utf-8")
    (tmp_path / "export.py").write_text(EXPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["declare", *arguments, "--purpose", "messaging", "--no-cache"])


def test_what_a_comment_ends_in_other_files_is_told(project: Path) -> None:
    (project / "broken.py").write_text("def (:", encoding="utf-8")
    would = _run("models.py", "--dry-run").stderr
    assert "Would also end, though not asked for: 1 finding in export.py (1).\n" in would
    done = _run("models.py")
    assert done.exit_code == 0
    assert "Also ended, though not asked for: 1 finding in export.py (1).\n" in done.stdout
    assert done.stdout.endswith("1 declaration in 1 file written, 2 findings fewer.\n")
    assert "purpose" not in (project / "export.py").read_text(encoding="utf-8")


def test_what_it_ends_elsewhere_in_its_file_is_told(project: Path) -> None:
    (project / "models.py").write_text(f"{MODELS}\n\n{EXPORT}".replace("from models import Person\n", ""))
    (project / "export.py").unlink()
    assert "not asked for: 1 finding in models.py (1).\n" in _run("models.py:5").stdout


@pytest.mark.usefixtures("project")
def test_what_was_asked_for_is_not_told_so() -> None:
    told = _run("models.py", "export.py").stdout
    assert "not asked for" not in told
    assert told.endswith("2 findings fewer.\n")


def test_of_many_files_some_are_named(project: Path) -> None:
    for number in range(7):
        (project / f"export{number}.py").write_text(EXPORT, encoding="utf-8")
    told = " ".join(_run("models.py").stdout.split())
    files = "export.py (1), export0.py (1), export1.py (1), export2.py (1), export3.py (1)"
    assert f"8 findings in {files} and 3 files more." in told
