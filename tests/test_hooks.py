"""The hooks that pre-commit reads from this repository, and the page that shows them."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from purposelint.cli.app import app
from purposelint.report import beginnings
from support.places import ROOT

_HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", _HOOKS, ids=lambda hook: hook["id"])
def test_what_a_hook_runs_is_a_command_of_ours(hook: dict[str, Any]) -> None:
    program, *arguments = hook["entry"].split()
    assert program == "purposelint"
    assert CliRunner().invoke(app, [*arguments, "--help"]).exit_code == 0
    for option in arguments[1:]:
        assert option in CliRunner().invoke(app, [arguments[0], "--help"]).output
    assert hook["language"] == "python"
    assert hook["require_serial"] is True


def test_one_is_for_files_and_one_for_all() -> None:
    files, whole = _HOOKS
    assert (files["id"], files["pass_filenames"], files["types_or"]) == (
        "purposelint",
        True,
        ["python", "pyi"],
    )
    assert files["stages"] == ["pre-commit"]
    assert (whole["id"], whole["pass_filenames"], whole["stages"]) == (
        "purposelint-full",
        False,
        ["pre-push", "manual"],
    )


def test_the_page_shows_what_init_writes() -> None:
    page = (ROOT / "docs" / "pre-commit.md").read_text(encoding="utf-8")
    assert beginnings.hooks() in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


def test_what_init_writes_agrees_with_the_hooks() -> None:
    written = yaml.safe_load(beginnings.hooks())["repos"][0]["hooks"]
    told = ("id", "entry", "stages")
    assert [[one[key] for key in told] for one in written] == [[one[key] for key in told] for one in _HOOKS]


def test_a_page_for_beginners_takes_the_hooks_that_init_writes() -> None:
    steps = (
        "pip install pre-commit",
        "purposelint init --pre-commit",
        "pre-commit install -t pre-commit -t pre-push",
    )
    for name in ("README.md", "docs/pre-commit.md"):
        page = (ROOT / name).read_text(encoding="utf-8")
        found = [page.index(step) for step in steps]
        assert found == sorted(found)
        assert "rev: main" not in page
