"""The machine around the analysis: files, cache, worker processes, git."""

from __future__ import annotations

from purposelint.host.contents import Looked, look
from purposelint.host.discovery import Discovery, discover
from purposelint.host.excerpts import excerpts_of, lines_of
from purposelint.host.git import changed_since, revision
from purposelint.host.ignores import folder_in_repository
from purposelint.host.kept import digest, keep, recall
from purposelint.host.left_out import LeftOut, left_out
from purposelint.host.mapping import cached_map
from purposelint.host.memory import uncollected
from purposelint.host.reading import read
from purposelint.host.revisions import checked_out, commit_of, fork_of

__all__ = [
    "Discovery",
    "LeftOut",
    "Looked",
    "cached_map",
    "changed_since",
    "checked_out",
    "commit_of",
    "digest",
    "discover",
    "excerpts_of",
    "folder_in_repository",
    "fork_of",
    "keep",
    "left_out",
    "lines_of",
    "look",
    "read",
    "recall",
    "revision",
    "uncollected",
]
