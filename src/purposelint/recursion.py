"""Room for recursion, the same wherever we are called from: a result must not depend on who asks for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

FRAMES_OF_ONE_FILE = 900
"""Frames that reading one file may open."""

FRAMES_OF_A_RUN = 1200
"""Frames for all else: what one file's reading gave is encoded, decoded and followed with room to spare."""


@contextmanager
def frames_left(number: int) -> Iterator[None]:
    """Let so many frames be opened above the present one, however many are open."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(_depth() + number)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _depth() -> int:
    frame: FrameType | None = sys._getframe()  # noqa: SLF001 - inspect.stack() reads the sources of all frames
    depth = 0
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth
