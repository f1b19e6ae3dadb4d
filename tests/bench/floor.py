"""The least that reading a service with LibCST takes: every file parsed, and nothing else.

    python floor.py LIST

LIST has a path a line, the biggest file first. Two forked processes take one file at a time, the garbage
collector is off, and LibCST is imported before they fork: all that makes parsing faster is done.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from pathlib import Path

import libcst

_PROCESSES = 2


def parsed(path: str) -> bool:
    """Parse one file, and say whether it could be."""
    try:
        libcst.parse_module(Path(path).read_bytes())
    except (libcst.ParserSyntaxError, UnicodeDecodeError, RecursionError):
        return False
    return True


def main(listing: str) -> None:
    """Parse all, and print how many could not be."""
    gc.disable()
    paths = Path(listing).read_text(encoding="utf-8").splitlines()
    with multiprocessing.get_context("fork").Pool(_PROCESSES) as pool:
        read = sum(pool.imap_unordered(parsed, paths, chunksize=1))
    print(f"{len(paths) - read} of {len(paths)} files could not be parsed")  # noqa: T201 - a script talks


if __name__ == "__main__":
    main(sys.argv[1])
