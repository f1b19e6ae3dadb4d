"""Memory: the analysis makes millions of small values and no cycles worth looking for."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def uncollected() -> Iterator[None]:
    """Work without the cyclic garbage collector, which would look through all facts again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def bounded(more: int) -> None:
    """Let this process take so many bytes more than it has, where the system can hold it to that."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - not every system has it

    try:
        has = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        given = [limit for limit in (soft, hard, has + more) if limit != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_AS, (min(given), hard))
    except (OSError, ValueError, IndexError):
        return  # no figures, or none that may be set: the time limit still holds
