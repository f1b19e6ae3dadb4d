"""Children by every way to start a process: equal results, no endless start, none left behind."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from purposelint.analysis import extract
from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.domain.limits import Limits
from purposelint.domain.settings import Configuration, Settings
from purposelint.host import cached_map, discover, workers
from purposelint.host.cache import decode
from purposelint.host.tasks import do
from purposelint.host.workers import Pool

METHODS = multiprocessing.get_all_start_methods()
SRC = Path(__file__).resolve().parents[3] / "src"
LOG = 'import logging\n\n\ndef f(user):\n    logging.info("%s", user.email)\n'

TEXTS = {
    "good.py": LOG.encode(),
    "syntax.py": b"x = = 1\n",
    "sum.py": b"x = " + b" + ".join([b"a"] * 20_000),
    "deep.py": b"x = " + b"(" * 90 + b"1" + b")" * 90 + b"\n",
    "nul.py": b"\0",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, data in TEXTS.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_what_this_process_would(project: Path, method: str) -> None:
    with closing(Pool(extract, project, 2, method=method)) as pool:
        found = {done.path: done for done in pool.map(sorted(TEXTS))}
    assert found == {path: do(extract, project, path) for path in TEXTS}


UNGUARDED = """
import sys
import purposelint.host.workers as workers
from purposelint.cli.app import app

print("main", file=sys.stderr, flush=True)
workers._start_method = lambda: {method!r}
app(["check", ".", "--no-cache", "--workers", "2", "--output-format", "json"], standalone_mode=False)
"""


@pytest.mark.parametrize("method", METHODS)
def test_a_program_without_a_guard_is_not_run_again_by_children(project: Path, method: str) -> None:
    program = project.parent / f"{project.name}.py"
    program.write_text(UNGUARDED.format(method=method), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, program],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    assert done.stderr == "main\n"
    document = json.loads(done.stdout)
    assert [one["path"] for one in document["findings"]] == ["good.py"]
    assert {one["path"] for one in document["problems"]} == {"syntax.py", "sum.py", "nul.py"}


STALLING = """
import os, sys
from pathlib import Path
from purposelint.host import orphans
from purposelint.host.workers import Pool

if {by_thread}:
    orphans._kernel_sees_to_it = lambda: False

def stall(source):
    Path("child").write_text(str(os.getpid()))
    os.rename("child", "pid")
    while True:
        pass

if __name__ == "__main__":
    import stalling
    list(Pool(stalling.stall, Path("."), 1, method={method!r}).map(["good.py"]))
"""


def _runs(pid: str) -> bool:
    """Whether a process is more than an entry in the table that nobody took away."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize(("method", "by_thread"), [*((each, False) for each in METHODS), ("spawn", True)])
def test_a_parent_that_is_killed_leaves_no_stalled_child(
    project: Path, method: str, *, by_thread: bool
) -> None:
    (project / "stalling.py").write_text(
        STALLING.format(method=method, by_thread=by_thread), encoding="utf-8"
    )
    made = project / "pid"
    path = os.pathsep.join([str(SRC), str(project)])
    with subprocess.Popen(
        [sys.executable, "stalling.py"], cwd=project, env={**os.environ, "PYTHONPATH": path}
    ) as parent:
        _wait_for(made.is_file)
        pid = made.read_text(encoding="ascii")
        assert _runs(pid)
        parent.send_signal(signal.SIGKILL)
    _wait_for(lambda: not _runs(pid))


def _wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def stall(source: SourceFile) -> FileFacts | Unreadable:
    """What stands for extraction: it takes as many tenths of a second as the file says."""
    time.sleep(int(source.data) / 10)
    return Unreadable(source.path, "read")


def _told(root: Path, wait: float = 0.0, **tenths: int) -> list[tuple[str, str]]:
    """Path and reason of each result; whoever takes them waits so many seconds after each."""
    for name, taken in tenths.items():
        (root / name).write_text(str(taken), encoding="ascii")
    told: list[tuple[str, str]] = []
    with closing(Pool(stall, root, 2, Limits(file_seconds=1))) as pool:
        for done in pool.map(sorted(tenths)):
            told.append((done.path, getattr(decode(done.data, facts=done.facts), "reason", "")))
            time.sleep(wait)
    return sorted(told)


STALLED = workers.stalled(Limits(file_seconds=1))


def test_files_that_end_about_when_their_time_does_are_told_once(tmp_path: Path) -> None:
    told = _told(tmp_path, a=10, b=10, c=10, d=10, e=0)
    assert [path for path, _ in told] == list("abcde")
    assert {reason for _, reason in told} <= {STALLED, "read"}


def test_a_result_that_came_in_time_counts_however_late_it_is_taken(tmp_path: Path) -> None:
    assert _told(tmp_path, wait=1.5, a=3, b=8) == [("a", "read"), ("b", "read")]


def test_without_processes_calm_files_are_read_and_the_others_given_up(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(BaseProcess, "start", refuse)
    settings = Settings(root=project, paths=(project,), configuration=Configuration(), cache=False)
    facts, failures = cached_map(extract, discover(settings), settings)
    assert [one.path for one in facts] == ["good.py"]
    assert {one.path for one in failures if one.reason == workers.UNSTARTED} == {"deep.py", "sum.py"}
