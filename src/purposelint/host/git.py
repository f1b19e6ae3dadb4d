"""What git tells of a project: the revision that was analysed, and what differs from another."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
from pathlib import Path

_SECONDS = 5
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_OBJECT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")

_COMMAND = (
    "git",
    "--no-pager",
    "--no-optional-locks",
    # A repository's own configuration may name programs to run: none of them is wanted here.
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.untrackedCache=false"),
)
_STATUS = ("status", "--porcelain=v2", "--branch", "--untracked-files=no", "--ignore-submodules=all")
_DIFFER = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules=all")
_OTHERS = ("ls-files", "--others", "--exclude-standard", "-z")


def git(
    root: Path, *arguments: str, seconds: float = _SECONDS, given: bytes = b"", index: str = ""
) -> bytes | None:
    """What a git command says in a folder; None where git is missing, fails, or takes too long.

    Nothing that a repository configures is run by it, and nobody is asked for anything. `index` is a file
    that stands for the repository's index.
    """
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",  # what is not here is not fetched
        "GIT_ATTR_SOURCE": _EMPTY_TREE,  # attributes choose filters, and filters are programs
        "LC_ALL": "C",
        **({"GIT_INDEX_FILE": index} if index else {}),
    }
    try:
        done = subprocess.run(  # noqa: S603 - git's own commands, no shell
            (*_COMMAND, *arguments),
            cwd=root,
            env=environment,
            input=given,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return None if done.returncode else done.stdout


def revision(root: Path) -> tuple[str, bool]:
    """Commit that is checked out, and whether tracked files below `root` differ from it.

    ('', False) where git is missing, there is no repository or no commit, or git takes too long.
    """
    said = git(root, *_STATUS, "--", ".")
    if said is None:
        return "", False
    lines = said.decode("utf-8", "replace").splitlines()
    head = next((line.split()[-1] for line in lines if line.startswith("# branch.oid ")), "")
    if not head or head.startswith("("):
        return "", False
    return head, any(not line.startswith("#") for line in lines)


def is_hash(name: str) -> bool:
    """Whether a name is a whole hash: it stands for one object and is no option."""
    return _OBJECT.fullmatch(name) is not None


def committed_on(root: Path, commit: str) -> str:
    """The day of a commit, where its committer was: 2027-01-31; '' where nobody knows."""
    said = git(root, "cat-file", "commit", commit) if is_hash(commit) else None
    head = (said or b"").partition(b"\n\n")[0]
    found = re.search(rb"^committer .*> (\d{1,11}) ([+-])(\d\d)(\d\d)$", head, re.MULTILINE)
    if found is None:
        return ""
    away = dt.timedelta(hours=int(found[3]), minutes=int(found[4]))
    there = dt.datetime.fromtimestamp(0, dt.timezone.utc) + dt.timedelta(seconds=int(found[1]))
    return (there + (away if found[2] == b"+" else -away)).date().isoformat()


def last_commit_of(root: Path, path: str, head: str = "") -> str:
    """The last commit, up to one or the one checked out, that changed a file; '' where nobody knows."""
    if head and not is_hash(head):
        return ""
    upto = head or "HEAD"
    said = git(root, "log", "-1", "--format=%H", "--no-show-signature", upto, "--", f":(literal){path}")
    name = (said or b"").decode("ascii", "replace").strip()
    return name if is_hash(name) else ""


def is_here(root: Path, commit: str) -> bool:
    """Whether a repository has a commit, by its hash."""
    return is_hash(commit) and git(root, "cat-file", "-e", f"{commit}^{{commit}}") is not None


def python_files_kept(root: Path) -> frozenset[str]:
    """Python files below `root`, relative to it, that git keeps and that are there; none outside git."""
    said = git(root, "ls-files", "-z", "--", "*.py") or b""
    names = (name.decode("utf-8", "surrogateescape") for name in said.split(b"\0") if name)
    return frozenset(name for name in names if (root / name).is_file())


def changed_since(root: Path, commit: str, head: str = "") -> frozenset[str] | None:
    """Files below `root`, relative to it, that differ from a commit or are new; None where nobody knows.

    Without `head` it is the work tree that is compared. Both are hashes.
    """
    if not is_hash(commit) or (head and not is_hash(head)):
        return None
    differ = git(root, *_DIFFER, "--relative", commit, *([head] if head else []), "--", ".")
    others = b"" if head else git(root, *_OTHERS, "--", ".")
    if differ is None or others is None:
        return None
    names = (differ + others).split(b"\0")
    return frozenset(name.decode("utf-8", "surrogateescape") for name in names if name)
