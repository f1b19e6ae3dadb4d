"""Reading one file with care."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from purposelint.domain.facts import SourceFile, Unreadable
from purposelint.domain.limits import STANDARD
from purposelint.host import read


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"\xff\x00x\r\n")
    assert read(tmp_path, "a.py") == SourceFile("a.py", b"\xff\x00x\r\n")


def reason(result: SourceFile | Unreadable) -> str:
    assert isinstance(result, Unreadable)
    return result.reason


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.py").mkdir()
    assert "No such file" in reason(read(tmp_path, "gone.py"))
    assert reason(read(tmp_path, "folder.py")) == "is not a regular file"


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real.py").write_text("x = 1\n")
    (tmp_path / "link.py").symlink_to(tmp_path / "real.py")
    assert reason(read(tmp_path, "link.py")) == "is a symbolic link"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert reason(read(tmp_path, "pipe.py")) == "is not a regular file"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "big.py").open("wb") as file:
        file.truncate(STANDARD.file_bytes + 1)
    assert reason(read(tmp_path, "big.py")).startswith("is too large to analyse")
