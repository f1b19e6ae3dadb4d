"""The machine around the analysis: files, cache, worker processes, git."""

from __future__ import annotations

from purposelint.host.changed_code import changed_code
from purposelint.host.code_hosts import links_of
from purposelint.host.contents import Looked, Seen, content_hash, look
from purposelint.host.creating import create
from purposelint.host.discovery import Discovery, discover
from purposelint.host.excerpts import excerpts_of, lines_of
from purposelint.host.git import (
    changed_since,
    committed_on,
    is_here,
    last_commit_of,
    python_files_kept,
    revision,
)
from purposelint.host.ignores import folder_in_repository
from purposelint.host.kept import digest, keep, recall
from purposelint.host.layout import line_length
from purposelint.host.left_out import LeftOut, left_out
from purposelint.host.line_hashes import line_hashes_of
from purposelint.host.mapping import cached_map
from purposelint.host.memory import uncollected
from purposelint.host.outside import is_module
from purposelint.host.reading import read
from purposelint.host.renames import renamed
from purposelint.host.requirements import build_folders, normal, requirements
from purposelint.host.revisions import WORK_TREE, checked_out, commit_of, fork_of
from purposelint.host.writing import CHANGED, write_back

__all__ = [
    "CHANGED",
    "WORK_TREE",
    "Discovery",
    "LeftOut",
    "Looked",
    "Seen",
    "build_folders",
    "cached_map",
    "changed_code",
    "changed_since",
    "checked_out",
    "commit_of",
    "committed_on",
    "content_hash",
    "create",
    "digest",
    "discover",
    "excerpts_of",
    "folder_in_repository",
    "fork_of",
    "is_here",
    "is_module",
    "keep",
    "last_commit_of",
    "left_out",
    "line_hashes_of",
    "line_length",
    "lines_of",
    "links_of",
    "look",
    "normal",
    "python_files_kept",
    "read",
    "recall",
    "renamed",
    "requirements",
    "revision",
    "uncollected",
    "write_back",
]
