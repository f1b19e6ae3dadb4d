"""How much one file may ask for before it is given up, so that it costs itself alone."""

from __future__ import annotations

from purposelint.domain.catalog import Entry


class Limits(Entry, frozen=True, kw_only=True, rename="kebab"):
    """The table `[limits]`: what real files stay far below, and what a hostile one is stopped at.

    The seconds and the megabytes (of memory) are for a process that reads one file at a time; `file_words`
    counts words, numbers, strings, brackets and lines; `nesting` is brackets one inside the other, `chain`
    the operands, attributes and calls of one expression.
    """

    file_seconds: int = 60
    file_bytes: int = 8_000_000
    file_words: int = 400_000
    nesting: int = 100
    chain: int = 1000
    worker_megabytes: int = 4096


BOUNDS = {
    "file-seconds": (1, 3600),
    "file-bytes": (1000, 2**26),
    "file-words": (1000, 8_000_000),
    "nesting": (10, 200),
    "chain": (100, 3000),
    "worker-megabytes": (256, 2**20),
}
"""Least and greatest value of each key. CPython itself refuses more than 200 brackets one inside the other,
and its compiler gives up at chains of about 3000."""
STANDARD = Limits()

TOO_HUNGRY = "it is too large to analyse: the memory given to one file is used up (limits.worker-megabytes)"
"""Said of a file on which a process ran out of memory, whichever part of us noticed."""
