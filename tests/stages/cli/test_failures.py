"""The machine fails around a run: the right exit code, no traceback, no half-written file."""

from __future__ import annotations

import json
import os
import resource
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from purposelint.report import FORMATS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and limits are those of Linux")

CODE = 'import logging\n\n\ndef f(user):\n    logging.info("%s", user.email)\n'
CACHE = ".purposelint_cache"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    for number in range(40):
        (root / f"m{number}.py").write_text(CODE * 3, encoding="utf-8")
    return root


def _run(
    root: Path, *arguments: str, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "purposelint", "check", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CACHE_HOME": str(root.parent / "cache")},
        preexec_fn=before,
    )


def _full_disk() -> None:
    """No file may grow beyond a few bytes, as on a disk that fills up in the middle of writing."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))


def _leftovers(folder: Path) -> list[str]:
    return sorted(
        file.name for file in folder.rglob("*") if file.name.endswith(".tmp") or file.name[:2] == ".o"
    )


def _program(project: Path, program: str) -> subprocess.CompletedProcess[str]:
    """A program of its own in the project's folder, to its end."""
    return subprocess.run(
        [sys.executable, "-c", program], cwd=project, capture_output=True, text=True, check=False
    )


def test_a_cache_that_fills_the_disk_costs_nothing(project: Path) -> None:
    done = _run(project, "--output-format", "json", before=_full_disk)
    assert (done.returncode, done.stderr) == (1, "")
    assert len(json.loads(done.stdout)["findings"]) == 120
    assert list((project / CACHE).glob("*.bin")) == []
    assert _leftovers(project.parent) == []
    assert _run(project, "--output-format", "json").stdout == done.stdout


def test_a_report_that_fills_the_disk_is_told_and_the_old_one_stays(project: Path) -> None:
    (project / "out.json").write_text("old", encoding="utf-8")
    done = _run(project, "--output", "json=out.json", before=_full_disk)
    assert done.returncode == 2
    assert done.stderr == "error: --output: out.json cannot be written: File too large\n"
    assert (project / "out.json").read_text(encoding="utf-8") == "old"
    assert _leftovers(project) == []


@pytest.mark.parametrize("kind", ["file", "link", "unwritable"])
def test_a_cache_that_cannot_be_written_costs_nothing(project: Path, kind: str) -> None:
    first = _run(project, "--no-cache", "--output-format", "json")
    cache = project / CACHE
    if kind == "file":
        cache.write_text("mine", encoding="utf-8")
    elif kind == "link":
        cache.symlink_to("/proc")
    else:
        cache.mkdir(mode=0o500)
        (cache / "CACHEDIR.TAG").mkdir()  # root is stopped by no mode
        (cache / ".gitignore").symlink_to("/proc/none")
    (project.parent / "cache").write_text("mine", encoding="utf-8")
    done = _run(project, "--output-format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == first.stdout


def test_a_worker_that_the_system_kills_costs_its_file(project: Path) -> None:
    (project / "hungry.py").write_text(f"x = 1  # {'(' * 60} risky\n", encoding="utf-8")
    program = (
        "import os, signal, sys, purposelint.analysis as analysis\n"
        "from purposelint.cli.app import app\n"
        "extract = analysis.extract\n"
        "def killed(source, **named):\n"
        "    if source.path == 'hungry.py': os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return extract(source, **named)\n"
        "analysis.extract = killed\n"
        "app(['check', '--no-cache', '--output-format', 'json'])\n"
    )
    done = _program(project, program)
    assert (done.returncode, done.stderr) == (3, "")
    document = json.loads(done.stdout)
    assert len(document["findings"]) == 120
    (problem,) = document["problems"]
    assert (problem["path"], problem["message"]) == ("hungry.py", "crashed the parser (SIGKILL)")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("after", ["extract", "link", "render"])
def test_a_signal_ends_a_run_quietly_with_its_children(
    project: Path, number: signal.Signals, code: int, after: str
) -> None:
    """The pipes end only when every child is gone, since each child has them too.

    A build that a shell runs in the background hands its programs an ignored SIGINT.
    """
    program = (
        "import signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, time, purposelint.analysis as analysis, purposelint.cli.check as command\n"
        "from purposelint.cli.app import app\n"
        "def slow(*given, **named):\n"
        "    print('ready', flush=True)\n"
        "    time.sleep(30)\n"
        f"setattr(command if {after!r} == 'render' else analysis, {after!r}, slow)\n"
        "app(['check', '--output', 'json=out.json'])\n"
    )
    for file in project.glob("*.py"):
        file.write_text(f"# {'(' * 60}\n", encoding="utf-8")
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.05)
        process.send_signal(number)
        out, err = process.communicate(timeout=10)
    assert (out.replace("ready\n", ""), err.strip()) == ("", "")
    assert process.returncode == code
    assert not (project / "out.json").exists()
    assert _leftovers(project) == []


def test_a_signal_in_the_middle_of_a_report_leaves_the_old_one(project: Path) -> None:
    (project / "out.json").write_text("old", encoding="utf-8")
    program = (
        "import os, signal, tempfile; from pathlib import Path; from purposelint.cli.app import app\n"
        "def replace(self, target): os.kill(os.getpid(), signal.SIGTERM)\n"
        "Path.replace = replace\n"
        "app(['check', '--no-cache', '--output', 'json=out.json'])\n"
    )
    done = _program(project, program)
    assert (done.returncode, done.stdout, done.stderr) == (143, "", "")
    assert (project / "out.json").read_text(encoding="utf-8") == "old"
    assert _leftovers(project) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_reader_who_has_seen_enough_changes_no_exit_code(project: Path, name: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m purposelint check --output-format {name}; echo $? >&2"
    done = subprocess.run(
        ["/bin/sh", "-c", f"({command}) | head -c 9"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (len(done.stdout), done.stderr) == (9, "1\n")
