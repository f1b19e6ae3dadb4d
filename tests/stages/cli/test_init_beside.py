"""`purposelint init` beside what is there: hooks, build steps, and what the code stores with."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from purposelint.cli.app import app

HOOKS = ".pre-commit-config.yaml"
JOBS = ".gitlab-ci.yml"

INDENTED = """\
# ours
default_stages: [pre-commit]
repos:
  # the usual
  - repo: https://example.org/hooks
    rev: v1
    hooks:
      - id: trailing-whitespace

# what runs on the server
ci:
  skip: [trailing-whitespace]
"""
FLUSH = """\
repos:
- repo: https://example.org/hooks
  rev: v1
  hooks:
  - id: trailing-whitespace
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _told(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["init", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(("there", "behind"), [(INDENTED, 8), (FLUSH, 5), (FLUSH + "\n\n", 5)])
def test_hooks_are_put_behind_those_that_are_there(project: Path, there: str, behind: int) -> None:
    (project / HOOKS).write_text(there, encoding="utf-8")
    told = _told("--pre-commit")
    head = f"{HOOKS}: left, it is there already. Add to its list `repos`, behind line {behind}:\n"
    assert head in told
    shown = told.partition(head)[2].partition("\n\n")[0]
    assert "repos:" not in shown
    lines = there.splitlines()
    made = yaml.safe_load("\n".join([*lines[:behind], shown, *lines[behind:]]))
    assert [hook["id"] for repo in made["repos"] for hook in repo["hooks"]] == [
        "trailing-whitespace",
        "purposelint",
        "purposelint-full",
    ]
    assert (project / HOOKS).read_text(encoding="utf-8") == there


@pytest.mark.parametrize("there", ["", "default_stages: [pre-push]\n", "repos: []\n"])
def test_without_a_list_it_is_said_what_belongs_into_one(project: Path, there: str) -> None:
    (project / HOOKS).write_text(there, encoding="utf-8")
    told = _told("--pre-commit")
    assert f"{HOOKS}: left, it is there already. Add to its list `repos`:\n" in told
    assert ("\nrepos:\n" in told) == ("repos" not in there)


def test_hooks_that_are_there_are_not_shown_again(project: Path) -> None:
    own = "    hooks:\n      - id: purposelint\n"
    (project / HOOKS).write_text(f"repos:\n  - repo: ../purposelint\n    rev: v1\n{own}", encoding="utf-8")
    told = _told("--pre-commit")
    assert f"{HOOKS}: left, it is there already and has a hook purposelint.\n" in told
    assert "pass_filenames" not in told


def test_a_job_goes_to_the_end_of_the_jobs_that_are_there(project: Path) -> None:
    (project / JOBS).write_text("tests:\n  script: [make test]\n", encoding="utf-8")
    assert f"{JOBS}: left, it is there already. Add to its end:\npurposelint:\n" in _told("--ci", "gitlab")
    (project / JOBS).write_text("purposelint:\n  script: [purposelint check]\n", encoding="utf-8")
    assert f"{JOBS}: left, it is there already and has a job purposelint.\n" in _told("--ci", "gitlab")


@pytest.mark.parametrize(
    ("code", "storage"),
    [
        ("from django.db import models\n", "  storage: Django models\n"),
        ("from django.db.models import Model\nimport redis\n", "  storage: Django models, Redis\n"),
        ("import sqlalchemy.orm\n", "  storage: SQLAlchemy\n"),
        ("from django.http import HttpResponse\nimport pydantic\n", ""),
    ],
)
def test_models_of_a_framework_are_storage_where_they_are_used(
    project: Path, code: str, storage: str
) -> None:
    (project / "app.py").write_text(code, encoding="utf-8")
    told = _told("--dry-run").partition("\n\n")[0]
    assert (storage in f"{told}\n") if storage else ("storage" not in told)
