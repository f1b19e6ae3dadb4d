"""A progress bar on stderr: only on a terminal, only when a run lasts longer than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from purposelint.cli.screen import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID
    from typing_extensions import Self

_PATIENCE = 1.0
"""Seconds before anything is shown."""

_PAUSE = 0.1
"""Seconds between two drawings."""


class ProgressBar:
    """Told of (stage, done, in all); draws itself after a while and leaves no trace.

    It draws only when told of progress: a thread of its own would be in the way of worker processes.
    """

    def __init__(self, *, shown: bool) -> None:
        """Draw nothing yet; `shown` false: never."""
        self._shown = shown and is_terminal(sys.stderr)
        self._next = time.monotonic() + _PATIENCE
        self._stage = ""
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage is; a total of 0 means that nobody can tell."""
        now = time.monotonic()
        if not self._shown or (now < self._next and (self._bar is None or stage == self._stage)):
            return
        if self._bar is None or self._task is None:
            self._bar, self._task = _start()
        self._next, self._stage = now + _PAUSE, stage
        self._bar.update(
            self._task, description=stage, completed=done, total=total or None, visible=True, refresh=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _start() -> tuple[Progress, TaskID]:
    from rich.console import Console  # noqa: PLC0415 - short runs and pipes must not pay for rich
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    bar.start()
    return bar, bar.add_task("", visible=False)
