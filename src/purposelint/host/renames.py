"""Which files of a project had another name before: git's own similarity tells."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from purposelint.host.git import git, is_hash

_SECONDS = 60.0
_PYTHON = "*.py"
_MOST = "-l1000"
"""Files among which git looks for similar ones; those that are the same it finds among any number."""

_RENAMES = (
    *(
        "diff",
        "--find-renames",
        "--break-rewrites",
        _MOST,
        "--name-status",
        "--diff-filter=R",
        "-z",
        "--relative",
    ),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
)
"""With rewrites broken, files that swapped their names are pairs too, where git finds them large enough."""

_ADD = ("-c", "core.splitIndex=false", "update-index", "-z", "--index-info")
"""A split index would leave its other part in the repository."""

_NEW = ("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", _PYTHON)


def renamed(root: Path, base: str, head: str = "") -> dict[str, str]:
    """Python files below `root` that a commit has under other names, each with its name in the commit `head`.

    Without `head` it is the work tree that is compared, new files that nobody added yet among it. Both are
    hashes; {} where git cannot tell.
    """
    if not is_hash(base) or (head and not is_hash(head)):
        return {}
    if head:
        return _pairs(git(root, *_RENAMES, base, head, "--", _PYTHON, seconds=_SECONDS))
    with _index_of_all(root, base) as index:
        said = git(root, *_RENAMES, base, "--", _PYTHON, seconds=_SECONDS, index=index)
    return _pairs(said)


def _pairs(said: bytes | None) -> dict[str, str]:
    words = [word.decode("utf-8", "surrogateescape") for word in (said or b"").split(b"\0")]
    return dict(zip(words[1::3], words[2::3], strict=False))


@contextmanager
def _index_of_all(root: Path, commit: str) -> Iterator[str]:
    """A copy of the index that knows of new files too, so that git looks at them; '' where none is needed."""
    new = git(root, *_NEW) or b""
    place = (git(root, "rev-parse", "--git-path", "index") or b"").decode("utf-8", "surrogateescape").strip()
    if not new or not place:
        yield ""
        return
    with tempfile.TemporaryDirectory(prefix="purposelint-") as folder:
        index = f"{folder}/index"
        try:
            shutil.copyfile(root / place, index)
        except OSError:  # nothing was ever added
            yield ""
            return
        # What an entry says of its content does not count: the file itself is read.
        entries = b"".join(b"100644 %s\t%s\0" % (commit.encode(), name) for name in new.split(b"\0") if name)
        git(root, *_ADD, given=entries, index=index)
        yield index
