"""A copy of a service to measure on: the files that the tool takes, and nothing that tells tools apart."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measure import BenchError
from purposelint import host, session
from purposelint.host.discovery import SKIPPED

_GIT = ("git", "-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Corpus:
    """A service in a folder of our own: its Python files, the biggest first, relative to the folder."""

    label: str
    folder: Path
    files: tuple[str, ...]
    lines: int
    size: int

    def listing(self, target: Path) -> Path:
        """Write the files that the parser's floor parses to a file, a path a line."""
        target.write_text("".join(f"{self.folder / name}\n" for name in self.files), encoding="utf-8")
        return target


def copied(label: str, source: Path, target: Path) -> Corpus:
    """Copy what the tool takes of a service, and its TOML files, to a folder; the service is left as it is.

    Tests are left behind, so every tool sees the same files. The copy is a repository with one commit, as
    a service is one: asking git for the revision is a part of what a run takes.
    """
    settings = session.settings_for([source], overrides={"cache": False})
    taken = host.discover(settings).files
    if not taken:
        raise BenchError(f"{source}: no Python file to take. Give the folder of a service")
    for name in (*taken, *_configured(settings.root)):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(settings.root / name, target / name)
    return standing(label, target)


def _configured(root: Path) -> Iterator[str]:
    """TOML files of a service itself: its configuration, its policy, its own rules."""
    for path in sorted(root.rglob("*.toml")):
        inner = path.relative_to(root)
        if path.is_file() and SKIPPED.isdisjoint(inner.parts):
            yield inner.as_posix()


def standing(label: str, folder: Path) -> Corpus:
    """A corpus of a folder that is ours already."""
    # Semgrep would leave out folders by their names otherwise.
    (folder / ".semgrepignore").write_text("", encoding="utf-8")
    (folder / ".gitignore").write_text(".purposelint_cache/\n.pyre/\n", encoding="utf-8")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "As it stands")):
        subprocess.run([*_GIT, *words], cwd=folder, check=True, capture_output=True)
    names = host.discover(session.settings_for([folder], overrides={"cache": False})).files
    sizes = {name: (folder / name).stat().st_size for name in names}
    biggest_first = tuple(sorted(names, key=lambda name: (-sizes[name], name)))
    lines = sum((folder / name).read_bytes().count(b"\n") for name in names)
    return Corpus(label, folder, biggest_first, lines, sum(sizes.values()))


def middle_file(corpus: Corpus) -> str:
    """The file in which half of the service's bytes are reached, or the next smaller one with a function."""
    reached = 0
    for name in corpus.files:
        path = corpus.folder / name
        reached += path.stat().st_size
        if reached * 2 >= corpus.size and _place(path.read_bytes()) is not None:
            return name
    raise BenchError(f"{corpus.label}: no file has a function that a statement could be added to")


@contextmanager
def edited(path: Path, number: int) -> Iterator[None]:
    """Add a statement to a function in the middle of a file; its old text comes back in any case."""
    before = path.read_bytes()
    place = _place(before)
    assert place is not None
    line, indent = place
    lines = before.splitlines(keepends=True)
    lines.insert(line, f"{indent}added_by_hand = len('round {number}')\n".encode())
    path.write_bytes(b"".join(lines))
    try:
        yield
    finally:
        path.write_bytes(before)


def _place(text: bytes) -> tuple[int, str] | None:
    """How many lines precede the last statement of the middle function, and how far it is indented."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return None
    lines = text.splitlines()
    places: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        last = node.body[-1]
        indent = lines[last.lineno - 1][: last.col_offset]
        if not indent.strip() and last.lineno > node.lineno and not getattr(last, "decorator_list", ()):
            places.append((last.lineno - 1, indent.decode()))
    places.sort()
    return places[len(places) // 2] if places else None
