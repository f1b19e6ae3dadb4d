"""How wide lines may be, read from files that anybody may have put there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from purposelint.host.layout import USUAL, line_length


@pytest.mark.parametrize(
    ("name", "text", "width"),
    [
        ("ruff.toml", "line-length = 100", 100),
        (".ruff.toml", "line-length = 99", 99),
        ("pyproject.toml", "[tool.ruff]\nline-length = 120", 120),
        ("pyproject.toml", "[tool.black]\nline-length = 79", 79),
        ("pyproject.toml", "tool = 3", USUAL),
        ("pyproject.toml", "not toml", USUAL),
        ("pyproject.toml", "a = " + "[" * 5_000 + "]" * 5_000, USUAL),
        ("ruff.toml", 'line-length = "wide"', USUAL),
        ("ruff.toml", "line-length = 100000", USUAL),
    ],
)
def test_what_ruff_or_black_is_told(tmp_path: Path, name: str, text: str, width: int) -> None:
    (tmp_path / name).write_text(text)
    assert line_length(tmp_path) == width


def test_without_such_a_file(tmp_path: Path) -> None:
    assert line_length(tmp_path) == USUAL


def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text("line-length = 100")
    project = tmp_path / "project"
    project.mkdir()
    (project / "ruff.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert line_length(project) == USUAL


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pyproject.toml")
    assert line_length(tmp_path) == USUAL
