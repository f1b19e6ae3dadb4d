"""A revision of a git repository as a folder of its own: the work tree is neither read nor touched."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from purposelint.domain.limits import STANDARD
from purposelint.errors import InputError, InputMistake
from purposelint.host.git import git
from purposelint.host.ignores import repository_of

_SECONDS = 300.0
_REGULAR = frozenset({b"100644", b"100755"})
"""Modes of files; links are left out, as they are of any run."""

_SUBMODULE = b"160000"

_CODE = frozenset({".py", ".pyi"})
_SUFFIXES = frozenset({".toml", ".json", ".yml", ".yaml", ".cfg"})
_NAMES = frozenset({".gitignore", "conda-meta"})
"""What a run may read: code, configuration, policies, rules, datasets, and what leaves folders out."""

_LARGEST = 64 * 2**20
_INCOMPLETE = (
    "git cannot read it here; a clone made with --filter lacks what it needs, and so may a submodule:"
    " fetch all of it"
)


def commit_of(root: Path, name: str) -> str:
    """The commit that a name means; InputError where there is no repository, or no such commit here."""
    if repository_of(root) is None:
        raise _unusable(name, f"{root} is in no git repository")
    if not name or name.startswith(("-", "^")) or ".." in name:
        raise _unusable(name or "''", "is no name of one commit: give a branch, a tag or a hash")
    if git(root, "rev-parse", "--git-dir") is None:
        raise _unusable(name, "git cannot tell: is it installed, and may it read this repository?")
    said = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if said is None:
        shallow = (git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
        cure = "this clone is shallow: fetch more of it (fetch-depth: 0)" if shallow else "is it fetched?"
        raise _unusable(name, f"there is no such commit here; {cure}")
    return said.decode("ascii", "replace").strip()


def fork_of(root: Path, base: str, head: str, names: tuple[str, str]) -> str:
    """The last commit that two have in common; InputError, by their `names`, where there is none."""
    said = git(root, "merge-base", base, head)
    if said is None:
        raise _unusable(names[0], f"has no commit in common with {names[1]} here; a shallow clone lacks it")
    return said.decode("ascii", "replace").strip()


WORK_TREE = ""
"""What stands for the work tree in place of a commit."""


@contextmanager
def checked_out(root: Path, commit: str, beside: str | None = None) -> Iterator[Path]:
    """A folder that holds the project of `root` as it was at a commit, for as long as the context lasts.

    It has what a run may read, and what lies around the project in its repository. With `beside` all of
    that but the code is another commit's, or the work tree's: its configuration, policy, rules and baseline.
    InputError where git cannot give it.
    """
    top = repository_of(root) or root
    with tempfile.TemporaryDirectory(prefix="purposelint-") as made:
        folder = Path(made).resolve() / (top.name or "project")
        (folder / ".git").mkdir(parents=True)  # nothing above is this project's
        _fill(folder, top, commit, _may_be_read if beside is None else _is_code)
        if beside == WORK_TREE:
            _copy(folder, top)
        elif beside is not None:
            _fill(folder, top, beside, _is_beside_code)
        project = folder / root.relative_to(top)
        project.mkdir(parents=True, exist_ok=True)
        yield project


_Wanted: TypeAlias = Callable[[PurePosixPath], bool]


def _fill(folder: Path, top: Path, commit: str, wanted: _Wanted) -> None:
    """Write what is wanted of a repository's commit, and of its submodules where they are here."""
    objects, modules = _objects(top, commit, wanted)
    given = b"".join(oid + b"\n" for oid, _ in objects)
    content = git(top, "cat-file", "--batch", seconds=_SECONDS, given=given)
    if content is None:
        raise _unusable(commit, "git cannot read its files")
    _write(folder, objects, content)
    for oid, path in modules:
        there = top / path
        # Reached through a link it would be something else's; without `.git` git would take the one above.
        if there.resolve() == there and (there / ".git").exists():
            (folder / path).mkdir(parents=True, exist_ok=True)
            _fill(folder / path, there, oid.decode("ascii", "replace"), wanted)


def _copy(folder: Path, top: Path) -> None:
    """Write what lies beside the code in a work tree; links are left out, as they are of any run."""
    listed = git(top, "ls-files", "--cached", "--others", "--exclude-standard", "-z") or b""
    for name in filter(None, listed.split(b"\0")):
        path = PurePosixPath(name.decode("utf-8", "surrogateescape"))
        file = top / path
        if not (_is_inside(path) and _is_beside_code(path) and file.is_file() and file.resolve() == file):
            continue
        if file.stat().st_size <= _LARGEST:
            _put(folder / path, file.read_bytes(), path)


_Objects: TypeAlias = list[tuple[bytes, PurePosixPath]]


def _objects(top: Path, commit: str, wanted: _Wanted) -> tuple[_Objects, _Objects]:
    """Objects of the files that are wanted, each with its path, and commits of submodules with theirs."""
    listed = git(top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, seconds=_SECONDS)
    if listed is None:
        raise _unusable(commit, _INCOMPLETE)
    found: _Objects = []
    modules: _Objects = []
    for entry in listed.split(b"\0"):
        about, _, name = entry.partition(b"\t")
        words = about.split()
        path = PurePosixPath(name.decode("utf-8", "surrogateescape"))
        if len(words) != 4 or not _is_inside(path):
            continue
        if words[0] == _SUBMODULE:
            modules.append((words[2], path))
        if words[0] not in _REGULAR or not wanted(path):
            continue
        if not words[3].isdigit():  # its object is not here: without it, much would seem to begin or end
            raise _unusable(f"{commit}:{path}", _INCOMPLETE)
        if int(words[3]) <= _LARGEST:
            found.append((words[2], path))
    return found, modules


def _is_inside(path: PurePosixPath) -> bool:
    """Whether a path stays inside; a tree can be made to hold any name."""
    return not path.is_absolute() and not {"..", ".git"} & {part.lower() for part in path.parts}


def _may_be_read(path: PurePosixPath) -> bool:
    return _is_code(path) or _is_beside_code(path)


def _is_code(path: PurePosixPath) -> bool:
    return path.suffix in _CODE


def _is_beside_code(path: PurePosixPath) -> bool:
    return path.suffix in _SUFFIXES or path.name in _NAMES


def _write(folder: Path, objects: _Objects, content: bytes) -> None:
    """Write what `cat-file --batch` gave: a line with the size before each object, a newline behind it."""
    at = 0
    for _, path in objects:
        line = content.index(b"\n", at)
        size = int(content[at:line].rsplit(b" ", 1)[-1])
        body = content[line + 1 : line + 1 + size]
        at = line + 2 + size
        if len(body) > STANDARD.file_bytes and _is_code(path):
            body = body[: STANDARD.file_bytes + 1]  # too large to be analysed, and told so all the same
        _put(folder / path, body, path)


def _put(target: Path, body: bytes, path: PurePosixPath) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    except (OSError, ValueError) as error:
        raise _unusable(str(path), f"cannot be written: {error}") from error


def _unusable(name: str, message: str) -> InputError:
    return InputError((InputMistake(name, "", message),))
