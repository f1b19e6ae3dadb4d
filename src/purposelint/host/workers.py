"""Work in child processes, so that a file that crashes the parser or stalls costs itself alone."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType

from purposelint.domain.facts import SourceFile
from purposelint.domain.limits import STANDARD, Limits
from purposelint.host.memory import bounded
from purposelint.host.orphans import end_with_parent
from purposelint.host.tasks import Done, Work, do, failed, path_of
from purposelint.recursion import FRAMES_OF_A_RUN, frames_left

_DYING = 5.0
"""Seconds for a child that hung up to be gone by itself."""

_SAFE_PATH = "PYTHONSAFEPATH"
CRASHED = "crashed the parser"
UNSTARTED = "could overwhelm the parser, and no process of its own can be started for it"


def _serve(pipe: Connection, others: Sequence[Connection], work: Work, root: Path, limits: Limits) -> None:
    """Life of a child: a path or a text in, a result out, until the parent hangs up."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()
    bounded(limits.worker_megabytes * 2**20)
    _hush()
    for other in others:
        other.close()
    try:
        pipe.send(None)
        with frames_left(FRAMES_OF_A_RUN):
            while True:
                pipe.send(do(work, root, pipe.recv(), limits.file_bytes))
    except (EOFError, OSError):
        pass
    finally:
        pipe.close()
        os._exit(0)


def _hush() -> None:
    """Let nobody hear what the parser's native code says when it dies: the file's problem tells of it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    path: str = ""
    since: float = 0.0
    ready: bool = False

    def end(self, patience: float = 0.0) -> None:
        self.process.join(patience)  # one that is dying has a cause of its own to tell
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Pool:
    """Child processes that take one file at a time. Close it: no child outlives that.

    `method` is one of multiprocessing's ways to start a process; any gives the same results.
    """

    def __init__(
        self, work: Work, root: Path, size: int, limits: Limits = STANDARD, method: str = ""
    ) -> None:
        self.work = work
        self.root = root
        self.size = size
        self.limits = limits
        self.workers: list[_Worker] = []
        self.context: BaseContext = multiprocessing.get_context(method or _start_method())

    def close(self) -> None:
        """End all children."""
        for worker in self.workers:
            worker.end()
        self.workers.clear()

    def map(self, files: Sequence[str | SourceFile]) -> Iterator[Done]:
        """Results as they come; `files` are begun in order. Stops early when no child can be started."""
        waiting = list(reversed(files))
        for _ in range(min(self.size, len(files))):
            self._start()
        while self.workers:
            for worker in self._awake():
                yield from self._advance(worker, waiting)
            yield from self._stalled(waiting)

    def _start(self) -> None:
        ours, theirs = self.context.Pipe()
        inherited = [*(worker.pipe for worker in self.workers), ours] if _forks(self.context) else []
        process = self.context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, inherited, self.work, self.root, self.limits), daemon=True
        )
        try:
            with warnings.catch_warnings(), _by_itself():
                warnings.simplefilter("ignore", DeprecationWarning)  # forking beside a thread that only draws
                process.start()
        except OSError:  # as many processes as the system bears, or no memory for one more
            ours.close()
            return
        finally:
            theirs.close()
        self.workers.append(_Worker(process, ours, since=time.monotonic()))

    def _awake(self) -> list[_Worker]:
        """Workers that sent something or died, in order of their start."""
        oldest = min(worker.since for worker in self.workers)
        ready = wait(
            [worker.pipe for worker in self.workers],
            timeout=max(0.0, oldest + self.limits.file_seconds - time.monotonic()),
        )
        return [worker for worker in self.workers if worker.pipe in ready]

    def _advance(self, worker: _Worker, waiting: list[str | SourceFile]) -> Iterator[Done]:
        try:
            result: Done | None = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._replace(worker, waiting, CRASHED)
            return
        if result is not None:
            yield result
        worker.ready = True
        worker.path = ""
        if not waiting:
            self._drop(worker)
            return
        asked = waiting.pop()
        worker.path, worker.since = path_of(asked), time.monotonic()
        try:
            worker.pipe.send(asked)
        except OSError:
            yield from self._replace(worker, waiting, CRASHED)

    def _stalled(self, waiting: list[str | SourceFile]) -> Iterator[Done]:
        limit = time.monotonic() - self.limits.file_seconds
        for worker in [worker for worker in self.workers if worker.since < limit]:
            if not worker.pipe.poll():  # else its result came meanwhile, and waits for us
                yield from self._replace(worker, waiting, stalled(self.limits))

    def _replace(self, worker: _Worker, waiting: list[str | SourceFile], reason: str) -> Iterator[Done]:
        """Blame the file that a worker had and go on with a new one, unless it never began to work."""
        self.workers.remove(worker)
        worker.end(_DYING if reason == CRASHED else 0.0)
        if worker.path:
            yield failed(worker.path, reason + _signal(worker.process) if reason == CRASHED else reason)
        if worker.ready and waiting:
            self._start()

    def _drop(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.end()


@contextmanager
def _by_itself() -> Iterator[None]:
    """Let a child that is not forked import nothing of whatever program runs us, nor of the current folder.

    The program would be imported anew, which takes time and, unless guarded, starts the same run again.
    The folder is a scanned project's, whose json.py would be taken for Python's (from Python 3.11 on).
    """
    program, safe = sys.modules["__main__"], os.environ.get(_SAFE_PATH)
    sys.modules["__main__"] = ModuleType("__main__")
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        sys.modules["__main__"] = program
        if safe is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = safe


def stalled(limits: Limits) -> str:
    """What is told of a file that took too long."""
    return f"took more than {limits.file_seconds} s to read (limits.file-seconds)"


def _signal(process: BaseProcess) -> str:
    """Which signal ended a process, as ` (SIGKILL)`; '' where none did."""
    code = process.exitcode or 0
    known = {each.value: each.name for each in signal.Signals}
    return f" ({known.get(-code, -code)})" if code < 0 else ""


def _start_method() -> str:
    """Fork where it is safe: a forked child has the parser loaded already."""
    return "fork" if sys.platform == "linux" else "spawn"


def _forks(context: BaseContext) -> bool:
    return context.get_start_method() == "fork"
