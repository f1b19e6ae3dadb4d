"""A project whose files are called like Python's own: they are read, never run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[3] / "src"
LOG = 'import logging\n\n\ndef f(user):\n    logging.info("%s", user.email)\n'
NAMES = [
    "_socket",
    "click",
    "enum",
    "json",
    "libcst",
    "logging",
    "msgspec",
    "multiprocessing",
    "pickle",
    "re",
]
NAMES += ["selectors", "signal", "socket", "subprocess", "tempfile", "threading", "tomllib", "typing"]
SPAWNS = """
import sys
sys.path.remove("")
import purposelint.host.workers as workers
from purposelint.cli import main
workers._start_method = lambda: "spawn"
main()
"""
RUN_AS = {
    "module": ["-m", "purposelint"],
    "command": ["-c", "import sys; sys.path.remove(''); from purposelint.cli import main; main()"],
    "command that spawns": ["-c", SPAWNS],
}
"""How Python is started; a command that is installed has its own folder on the path, not the current one."""


@pytest.mark.parametrize("way", RUN_AS)
def test_a_file_called_as_a_module_of_pythons_is_not_run(tmp_path: Path, way: str) -> None:
    if "spawns" in way and sys.version_info < (3, 11):
        pytest.skip("older Pythons cannot be told to leave the current folder alone")
    trap = "open('run', 'a').write(__name__)\nraise SystemExit(77)\n"
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text(
            trap + "x = " + "(" * 60 + "1" + ")" * 60 + "\n", encoding="utf-8"
        )
    (tmp_path / "good.py").write_text(LOG, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, *RUN_AS[way], "check", "--no-cache", "--output-format", "json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert not (tmp_path / "run").exists()
    document = json.loads(done.stdout)
    assert document["files"]["analysed"] == len(NAMES) + 1
    assert [one["path"] for one in document["findings"]] == ["good.py"]
