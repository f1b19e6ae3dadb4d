"""Where the lines of a repository can be looked at: at the host that its remote names, or as one is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from purposelint.domain.links import Links
from purposelint.host.git import changed_since, git, is_hash
from purposelint.host.ignores import folder_in_repository

_HOSTS: Mapping[str, str] = {
    "github.com": "https://github.com/%s/blob/{commit}/{path}#L{line}",
    "gitlab.com": "https://gitlab.com/%s/-/blob/{commit}/{path}#L{line}",
    "bitbucket.org": "https://bitbucket.org/%s/src/{commit}/{path}#lines-{line}",
}
_REMOTE = re.compile(
    r"(?:(?:https|ssh|git)://(?:[^/@\s]+@)?|[^/@\s:]+@)(?P<host>[a-z.]+)(?::\d+)?[:/]"
    r"(?P<name>[\w.-]+(?:/[\w.-]+)+)/?",
    re.ASCII,
)
"""A remote's address; who logs in by it, and with what, is no part of a link."""

_BLOBS = (b"100644", b"100755")


def links_of(root: Path, commit: str, template: str = "", *, work_tree: bool = True) -> Links | None:
    """Links to lines at a commit, by a template or else by the remote `origin`; None where neither tells.

    Where it is the work tree that was analysed, what differs there from the commit has no link.
    """
    told = template or _template_of(root)
    if not told or not is_hash(commit):
        return None
    changed = changed_since(root, commit) if work_tree else frozenset()
    listed = git(root, "ls-tree", "-r", "-z", commit)
    if changed is None or listed is None:
        return None
    entries = (entry.partition(b"\t") for entry in listed.split(b"\0"))
    names = (
        name.decode("utf-8", "surrogateescape") for about, _, name in entries if about.startswith(_BLOBS)
    )
    return Links(told, commit, folder_in_repository(root), frozenset(names) - changed)


def _template_of(root: Path) -> str:
    """Where the host of the remote `origin` shows lines; '' for a host that is not known."""
    said = (git(root, "config", "--get", "remote.origin.url") or b"").decode("utf-8", "replace").strip()
    found = _REMOTE.fullmatch(said)
    known = _HOSTS.get(found["host"]) if found else None
    parts = found["name"].removesuffix(".git").split("/") if found else []
    return known % "/".join(parts) if known and not {".", ".."}.intersection(parts) else ""
