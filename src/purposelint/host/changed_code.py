"""The text of Python files that differ between two states of a project, as it was and as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from purposelint.domain.facts import Unreadable
from purposelint.domain.limits import STANDARD
from purposelint.host.git import git, is_hash
from purposelint.host.reading import read

_SECONDS = 60.0
_PYTHON = "*.py"
_DIFFER = (
    *("diff", "--raw", "--no-abbrev", "-z", "--no-renames", "--relative"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
)
_NEW = ("ls-files", "--others", "--exclude-standard", "-z", "--", _PYTHON)
_REGULAR = frozenset({"100644", "100755"})
_MOST = 2000
"""Files that are looked at; a change of more says too much to be told what moved alone."""

Texts = Mapping[str, str]


class _Change(NamedTuple):
    """A file that differs, with its objects, '' where it is not there; `now` is None for a work tree's."""

    path: str
    was: str
    now: str | None


def changed_code(root: Path, base: str, head: str = "") -> tuple[Texts, Texts]:
    """Texts by path below `root`, as the commit `base` has them and as `head`, or the work tree, does.

    Only of files that differ; both are hashes. Nothing where git cannot tell, or where too many differ.
    """
    if not is_hash(base) or (head and not is_hash(head)):
        return {}, {}
    said = git(root, *_DIFFER, base, *([head] if head else []), "--", _PYTHON, seconds=_SECONDS)
    changes = list(_changes(said or b"", in_tree=not head))
    if not head:
        changes += [_Change(path, "", None) for path in _names(git(root, *_NEW) or b"")]
    if len(changes) > _MOST:
        return {}, {}
    objects = _objects(root, sorted({name for one in changes for name in (one.was, one.now) if name}))
    before = {one.path: objects[one.was] for one in changes if one.was in objects}
    after = {one.path: objects[one.now] for one in changes if one.now and one.now in objects}
    for one in changes:
        found = read(root, one.path) if one.now is None else None
        if found is not None and not isinstance(found, Unreadable):
            after[one.path] = _text(found.data)
    return before, after


def _changes(said: bytes, *, in_tree: bool) -> Iterator[_Change]:
    """What `git diff --raw -z` lists: `:MODE MODE OBJECT OBJECT STATUS`, then the path."""
    words = said.split(b"\0")
    for about, name in zip(words[::2], words[1::2], strict=False):
        modes = about.decode("ascii", "replace").removeprefix(":").split()
        if len(modes) == 5:
            was, now = (
                oid if mode in _REGULAR else "" for mode, oid in zip(modes[:2], modes[2:4], strict=True)
            )
            path = name.decode("utf-8", "surrogateescape")
            yield _Change(path, was, None if now and in_tree else now)


def _names(said: bytes) -> list[str]:
    return [name.decode("utf-8", "surrogateescape") for name in said.split(b"\0") if name]


def _objects(root: Path, names: list[str]) -> Texts:
    """Texts of objects by their names; those that are not here, or too large, are left out."""
    found: dict[str, str] = {}
    given = "".join(f"{name}\n" for name in names).encode()
    content = git(root, "cat-file", "--batch", seconds=_SECONDS, given=given)
    at = 0
    while content and at < len(content):
        end = content.index(b"\n", at)
        head = content[at:end].split()
        at = end + 1
        if len(head) == 3:
            size = int(head[2])
            if size <= STANDARD.file_bytes:
                found[head[0].decode("ascii", "replace")] = _text(content[at : at + size])
            at += size + 1
    return found


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
