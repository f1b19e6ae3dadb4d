"""What git would ignore, and what the configuration leaves out or takes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

_LARGEST = 1_000_000
"""Bytes read of an ignore file."""


class Patterns:
    """Patterns in gitignore's language, relative to one folder."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(line for line in lines if line.strip() and not line.lstrip().startswith("#"))
        self._spec = GitIgnoreSpec.from_lines(self.lines) if self.lines else None
        direct = [line for line in self.lines if _may_name_python(line)]
        self._direct = GitIgnoreSpec.from_lines(direct) if direct else None

    def verdict(self, path: str) -> bool | None:
        """True if the last pattern that matches says ignore, False if it says keep, None without one.

        `path` is relative to the patterns' folder; a folder ends in a slash.
        """
        return self._spec.check_file(path).include if self._spec is not None else None

    def direct_verdict(self, path: str) -> bool | None:
        """Like `verdict`, of a Python file whose folders have been judged: few patterns are left to try."""
        return self._direct.check_file(path).include if self._direct is not None else None


def _may_name_python(line: str) -> bool:
    """Whether a pattern could match a file that ends in `.py` by that file's own name."""
    line = line.rstrip()
    if "\\" in line:
        return True
    name = line.rpartition("/")[2]
    tail = name[max(name.rfind("*"), name.rfind("?"), name.rfind("]")) + 1 :]
    return bool(name) and (tail.endswith(".py") or (tail != name and ".py".endswith(tail)))


class Ignores:
    """The ignore files that apply to a folder: its own and those of the folders above it, nearest first."""

    def __init__(self, prefix: str, own: Patterns, above: Ignores | None) -> None:
        """`prefix` is the folder's path, '' or with a slash at its end, from where `above` ends up."""
        self.prefix = prefix
        self.own = own
        self.above = above

    def ignored(self, path: str) -> bool:
        """Whether a path below this folder is ignored; `path` is relative to where the chain begins.

        A folder ends in a slash. Of a file's folders it is taken to be known that they are not ignored.
        """
        each: Ignores | None = self
        while each is not None:
            below = path[len(each.prefix) :]
            verdict = each.own.verdict(below) if path.endswith("/") else each.own.direct_verdict(below)
            if verdict is not None:
                return verdict
            each = each.above
        return False

    def inside(self, folder: Path, prefix: str) -> Ignores:
        """The ignore files that apply in a folder below; this object where it adds none."""
        patterns = ignore_file(folder / ".gitignore")
        return Ignores(prefix, patterns, self) if patterns.lines else self


def _is_pattern(line: str) -> bool:
    """Whether a line can be understood; git passes by what it cannot, such as a bare `!`."""
    try:
        GitIgnoreSpec.from_lines((line,))
    except ValueError:
        return False
    return True


def ignore_file(file: Path) -> Patterns:
    """Patterns of one ignore file; none when it is missing, unreadable or no regular file."""
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return Patterns(())
        lines = file.read_text("utf-8", "replace").splitlines()
        return Patterns(line for line in lines if _is_pattern(line))
    except (OSError, ValueError):
        return Patterns(())


def repository_of(root: Path) -> Path | None:
    """The folder that holds the `.git` of a path, None outside any repository."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)


def folder_in_repository(root: Path) -> str:
    """Where a project lies in its repository, with forward slashes; '' at its top, and outside any."""
    top = repository_of(root)
    inside = root.relative_to(top).as_posix() if top else "."
    return "" if inside == "." else inside


def ignores_at(root: Path) -> tuple[Ignores, str]:
    """What applies in the project root, and the root's path (with a slash) from the repository's top.

    Ignore files between the top and the root count, and `.git/info/exclude`; a user's global file does not.
    """
    top = repository_of(root) or root
    found = Ignores("", ignore_file(_git_folder(top) / "info" / "exclude"), None)
    prefix = ""
    for folder in _down(top, root):
        prefix = "" if folder == top else f"{folder.relative_to(top).as_posix()}/"
        found = found.inside(folder, prefix)
    return found, prefix


def _down(top: Path, root: Path) -> Iterator[Path]:
    """Each folder from `top` to `root`, both included."""
    folder = top
    yield folder
    for part in root.relative_to(top).parts:
        folder /= part
        yield folder


def _git_folder(top: Path) -> Path:
    """Where git keeps what all work trees share; `.git` itself but in a linked work tree."""
    git = top / ".git"
    try:
        if git.is_file():
            target = git.read_text("utf-8").removeprefix("gitdir:").strip()
            folder = top / target
            common = folder / "commondir"
            return folder / common.read_text("utf-8").strip() if common.is_file() else folder
    except (OSError, ValueError):
        return git
    return git
