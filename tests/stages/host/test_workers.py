"""Child processes that die or eat, each by a way of its own: the file pays, with the cause, nobody else."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from pathlib import Path

import pytest

from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.domain.limits import STANDARD, Limits
from purposelint.domain.settings import Configuration, Settings
from purposelint.host import cached_map, discover

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bounded on Linux alone")

_RISKY = "(" * 60
"""What makes a file one for a child process."""


def obey(source: SourceFile) -> FileFacts | Unreadable:
    """What stands for extraction here: it does to its process what a file says."""
    faulthandler.disable()  # the test runner's own report of a crash
    if b"abort" in source.data:
        os.write(2, b"thread panicked\n")
        os.abort()
    if b"killed" in source.data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"overflow" in source.data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"terminated" in source.data:
        os.kill(os.getpid(), signal.SIGTERM)
    if b"eat" in source.data:
        eaten = [bytearray(2**22) for _ in range(2**9)]
        return Unreadable(source.path, f"ate {len(eaten)}")
    return FileFacts(source.path, 1, (), (), None, (), (), (), b"")


def outcome(root: Path, files: dict[str, str], limits: Limits = STANDARD) -> tuple[list[str], dict[str, str]]:
    for name, text in files.items():
        (root / f"{name}.py").write_text(f"# {_RISKY}{text}\n")
    settings = Settings(root=root, paths=(root,), configuration=Configuration(limits=limits), workers=2)
    facts, failures = cached_map(obey, discover(settings), settings)
    return [file.path for file in facts], {each.path: each.reason for each in failures}


def test_each_death_is_told_by_its_signal_and_costs_one_file(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    texts = {"a": "abort", "b": "killed", "c": "overflow", "d": "terminated", "e": "", "f": "", "g": ""}
    read, failures = outcome(tmp_path, texts)
    assert read == ["e.py", "f.py", "g.py"]
    assert failures == {
        "a.py": "crashed the parser (SIGABRT)",
        "b.py": "crashed the parser (SIGKILL)",
        "c.py": "crashed the parser (SIGSEGV)",
        "d.py": "crashed the parser (SIGTERM)",
    }
    assert capfd.readouterr() == ("", "")


def test_no_failure_of_a_child_is_kept_for_the_next_run(tmp_path: Path) -> None:
    assert outcome(tmp_path, {"a": "killed"})[0] == []
    assert outcome(tmp_path, {"a": "mended"})[0] == ["a.py"]


def test_a_file_that_eats_memory_is_stopped(tmp_path: Path) -> None:
    read, failures = outcome(tmp_path, {"a": "eat", "b": ""}, Limits(worker_megabytes=256))
    assert read == ["b.py"]
    told = "it is too large to analyse: the memory given to one file is used up (limits.worker-megabytes)"
    assert failures == {"a.py": told}
