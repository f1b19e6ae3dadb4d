"""The revision that was analysed, as git tells it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_SECONDS = 5
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

_COMMAND = (
    "git",
    "--no-pager",
    "--no-optional-locks",
    # A repository's own configuration may name programs to run: none of them is wanted here.
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.untrackedCache=false"),
    "status",
    "--porcelain=v2",
    "--branch",
    "--untracked-files=no",
    "--ignore-submodules=all",
    "--",
    ".",
)


def revision(root: Path) -> tuple[str, bool]:
    """Commit that is checked out, and whether tracked files below `root` differ from it.

    ('', False) where git is missing, there is no repository or no commit, or git takes too long.
    """
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ATTR_SOURCE": _EMPTY_TREE,  # attributes choose filters, and filters are programs
        "LC_ALL": "C",
    }
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell
            _COMMAND,
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return "", False
    if done.returncode:
        return "", False
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    head = next((line.split()[-1] for line in lines if line.startswith("# branch.oid ")), "")
    if not head or head.startswith("("):
        return "", False
    return head, any(not line.startswith("#") for line in lines)
