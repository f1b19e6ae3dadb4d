"""A file whose text comes from stdin is judged in its place of the project, and changes nothing there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app

MODELS = """\
from django.db import models


class Customer(models.Model):
    email = models.EmailField()  # purpose: messaging
"""
AUDIT = """\
import logging


def note(what):
    logging.info("seen %s", what)
"""
VIEWS = """\
from app.audit import note
from app.models import Customer


def show(pk):
    note({what})
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app").mkdir()
    (tmp_path / "purposelint.toml").write_text('exclude = ["generated/**"]\n', encoding="utf-8")
    for name, text in (("models", MODELS), ("audit", AUDIT), ("views", VIEWS.format(what="pk"))):
        (tmp_path / "app" / f"{name}.py").write_text(text, encoding="utf-8")
    (tmp_path / "app" / "__init__.py").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(text: str | bytes, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", "-", *arguments], input=text)


_LEAK = VIEWS.format(what="Customer.objects.get(pk=pk).email")


def test_the_text_stands_for_the_file_in_its_project(project: Path) -> None:
    result = _run(_LEAK, "--stdin-filename", "app/views.py", "--output-format", "json")
    assert result.exit_code == 1, result.output
    (found,) = json.loads(result.stdout)["findings"]
    assert (found["path"], found["line"], found["code"]) == ("app/views.py", 6, "PUR101")
    assert (project / "app" / "views.py").read_text(encoding="utf-8") == VIEWS.format(what="pk")


def test_excerpts_are_those_of_the_text(project: Path) -> None:
    result = _run("\n\n" + _LEAK, "--stdin-filename", str(project / "app" / "views.py"))
    assert "8 |     note(Customer.objects.get(pk=pk).email)" in result.stdout


@pytest.mark.usefixtures("project")
def test_a_file_that_is_not_there_yet() -> None:
    result = _run(_LEAK, "--stdin-filename", "app/new.py", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith("app/new.py:6:")


@pytest.mark.usefixtures("project")
def test_it_leaves_no_trace_in_what_is_kept() -> None:
    runner = CliRunner()
    first = runner.invoke(app, ["check"]).output
    for _ in range(2):
        assert _run(_LEAK, "--stdin-filename", "app/views.py").exit_code == 1
        assert runner.invoke(app, ["check"]).output == first
        assert _run(VIEWS.format(what="pk"), "--stdin-filename", "app/views.py").exit_code == 0


def test_findings_elsewhere_are_not_told(project: Path) -> None:
    (project / "app" / "views.py").write_text(_LEAK, encoding="utf-8")
    assert CliRunner().invoke(app, ["check"]).exit_code == 1
    changed = MODELS.replace(
        "email =", "phone = models.CharField(max_length=9)  # purpose: messaging\n    email ="
    )
    result = _run(changed, "--stdin-filename", "app/models.py", "--output-format", "concise")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.usefixtures("project")
def test_an_odd_text_costs_itself_alone() -> None:
    broken = _run("def f(:\n", "--stdin-filename", "app/views.py", "--output-format", "concise")
    assert broken.exit_code == 3
    assert "app/views.py:1:1: PUR901" in broken.stdout
    bytes_ = _run(b"\xef\xbb\xbfx = '\xc3\xa9'\r\n", "--stdin-filename", "app/views.py")
    assert bytes_.exit_code == 0
    deep = _run("x = " + "(" * 60 + ")" * 60 + "\n", "--stdin-filename", "app/views.py")
    assert deep.exit_code == 0, deep.output
    large = _run(b"#" * 8_000_001, "--stdin-filename", "app/views.py", "--output-format", "concise")
    assert "too large" in large.stdout


@pytest.mark.usefixtures("project")
def test_what_is_left_out_stays_so_where_that_is_asked_for() -> None:
    (Path("generated")).mkdir()
    arguments = ("--stdin-filename", "generated/x.py", "--force-exclude")
    assert _run(_LEAK, *arguments).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-"], "is needed with `-`"),
        (["-", "app", "--stdin-filename", "app/views.py"], "no other path"),
        (["app", "--stdin-filename", "app/views.py"], "says what `-` is called"),
        (["-", "--stdin-filename", "app/views.py/new.py"], "views.py is no folder"),
        (["-", "--stdin-filename", "app"], "app is a folder"),
        (["-", "--stdin-filename", "app/views.py", "--diff", "HEAD"], "--diff compares revisions"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_does_not_go_together(arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(app, ["check", *arguments], input="")
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())


@pytest.mark.usefixtures("project")
def test_a_file_of_a_folder_that_is_yet_to_be_made_is_judged_in_its_project() -> None:
    result = _run(_LEAK, "--stdin-filename", "new/below/views.py", "--format", "json")
    assert result.exit_code == 1, result.output
    (found,) = json.loads(result.stdout)["findings"]
    assert (found["path"], found["code"]) == ("new/below/views.py", "PUR101")
