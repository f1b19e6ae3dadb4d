"""The same code gives the same bytes: whatever workers, cache, order of files and hashes of texts."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint.cli.app import app
from purposelint.host import Looked, mapping
from purposelint.report import FORMATS
from support.places import FIXTURES

SERVICE = FIXTURES / "shop"


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a sample service, beside a file that is not analysed."""
    root = tmp_path / SERVICE.name
    shutil.copytree(SERVICE, root)
    (root / "broken.py").write_text("def (\n", encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setattr(mapping, "WORTH_A_POOL", 0)
    return root


def _json(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["check", "--output-format", "json", *arguments])
    assert result.exit_code == 3, result.output
    assert '"code": "PUR101"' in result.stdout
    return result.stdout


@pytest.mark.usefixtures("service")
def test_workers_and_cache_change_no_byte() -> None:
    first = _json("--workers", "1", "--no-cache")
    assert _json("--workers", "2", "--no-cache") == first
    assert _json("--workers", "2") == first, "cold"
    assert _json("--workers", "2") == first, "warm"
    assert _json("--workers", "1") == first, "warm, of another number of workers"


def test_a_cache_that_is_warm_in_part_changes_no_byte(service: Path) -> None:
    first = _json("--no-cache")
    files = sorted(file for file in service.rglob("*.py") if file.name != "broken.py")
    texts = {file: file.read_bytes() for file in files[::2]}
    for file in texts:
        file.write_bytes(b"x = 1\n")
    part = CliRunner().invoke(app, ["check", "--output-format", "json"])
    assert part.stdout != first
    for file, text in texts.items():
        file.write_bytes(text)
    assert _json("--workers", "2") == first


def test_the_order_in_which_files_lie_and_come_changes_no_byte(
    service: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _json("--no-cache")
    shuffled = random.Random(7)
    scanned = os.scandir

    class _Shuffled:
        def __init__(self, path: str | Path) -> None:
            with scanned(path) as entries:
                self.entries = list(entries)
            shuffled.shuffle(self.entries)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *rest: object) -> None:
            """Nothing is open."""

    monkeypatch.setattr("purposelint.host.discovery.os.scandir", _Shuffled)
    looked_up = mapping._Job.look_up

    def look_up(self: mapping._Job, looked: Looked) -> list[mapping._Todo]:
        todo = looked_up(self, dict(shuffled.sample([*looked.items()], len(looked))))
        return shuffled.sample(todo, len(todo))

    monkeypatch.setattr(mapping._Job, "look_up", look_up)
    assert [_json("--no-cache", "--workers", str(workers)) for workers in (1, 2)] == [first] * 2
    asked = [file.relative_to(service).as_posix() for file in sorted(service.rglob("*.py"))]
    folders = sorted({path.partition("/")[0] for path in asked})
    runs = {_json("--no-cache", *shuffled.sample(folders, len(folders))) for _ in range(2)}
    assert len(runs) == 1


def test_hashes_of_texts_change_no_byte(service: Path) -> None:
    """Sets of texts come in another order in each process; nothing of that may show."""
    said = set()
    outputs = [f"--output={name}=../{name}.out" for name in FORMATS]
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "purposelint", "check", "--no-cache", *outputs],
            cwd=service,
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert (done.returncode, done.stderr) == (3, b"")
        written = [(service.parent / f"{name}.out").read_bytes() for name in FORMATS]
        assert all(written)
        said.add((done.stdout, *written))
    assert len(said) == 1
