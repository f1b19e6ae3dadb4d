"""Children whose parent was killed: none may go on, least of all with a file that stalls it."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

_SET_SIGNAL_OF_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG of Linux's <linux/prctl.h>."""


def end_with_parent() -> None:
    """Make this child end when its parent does, whatever it is doing then.

    What the kernel calls its parent is another process where a server forks the children.
    """
    parent = parent_process()
    if parent is not None and not (os.getppid() == parent.pid and _kernel_sees_to_it()):
        Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _kernel_sees_to_it() -> bool:
    """Whether the kernel will kill this process: also one that is deep in native code and runs no thread."""
    if sys.platform != "linux":
        return False
    try:
        import ctypes  # noqa: PLC0415 - not every build of Python has it

        return bool(ctypes.CDLL(None).prctl(_SET_SIGNAL_OF_PARENTS_DEATH, signal.SIGKILL, 0, 0, 0) == 0)
    except (ImportError, OSError, AttributeError):
        return False


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
