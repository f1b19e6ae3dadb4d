"""Hashes of contents: a file is read where its status leaves a doubt, and only there."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from purposelint.domain.facts import SourceFile, Unreadable
from purposelint.domain.limits import Limits
from purposelint.domain.settings import Configuration, Settings
from purposelint.host import contents, discover, look
from purposelint.host.contents import content_hash
from purposelint.host.reading import read
from purposelint.keeping import FOLDER, hearing, project_store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the times there tell less")

INDEX = "contents-01.bin"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        (tmp_path / f"{name}.py").write_text(f"{name} = 1\n")
    return tmp_path


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each file that is read."""
    names: list[str] = []

    def noted(root: Path, path: str, largest: int) -> SourceFile | Unreadable:
        names.append(path)
        return read(root, path, largest)

    monkeypatch.setattr(contents, "read", noted)
    return names


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs begin long after the files were written."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10 * 10**9)


def settings(root: Path, *, cache: bool = True, largest: int = 4_000_000) -> Settings:
    configuration = Configuration(limits=Limits(file_bytes=largest))
    return Settings(root=root, paths=(root,), configuration=configuration, cache=cache)


def hashes(root: Path) -> dict[str, bytes]:
    looked = look(discover(settings(root)), settings(root))
    return {path: seen.content for path, seen in looked.items() if not isinstance(seen, Unreadable)}


def true_hashes(root: Path) -> dict[str, bytes]:
    return {path.name: content_hash(path.read_bytes()) for path in sorted(root.glob("*.py"))}


@pytest.mark.usefixtures("later")
def test_files_are_read_once(root: Path, read_files: list[str]) -> None:
    assert hashes(root) == hashes(root) == true_hashes(root)
    assert read_files == ["a.py", "b.py"]


def test_files_that_were_just_written_are_read_again(root: Path, read_files: list[str]) -> None:
    assert hashes(root) == hashes(root) == true_hashes(root)
    assert read_files == ["a.py", "b.py"] * 2


def _same_size_and_time(file: Path) -> None:
    status = file.stat()
    file.write_text("a = 2\n")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _another_file(file: Path) -> None:
    status = file.stat()
    other = file.with_suffix(".new")
    other.write_text("a = 3\n")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_text("a = 1; b = 2\n"),
        lambda file: file.write_text("a = 5\n"),
        _same_size_and_time,
        _another_file,
        os.utime,
    ],
    ids=["longer", "as long", "same size and time", "another file", "touched"],
)
def test_what_may_have_changed_is_read(
    root: Path, read_files: list[str], change: Callable[[Path], object]
) -> None:
    hashes(root)
    read_files.clear()
    change(root / "a.py")
    assert hashes(root) == true_hashes(root)
    assert read_files == ["a.py"]
    assert hashes(root) == true_hashes(root)
    assert read_files == ["a.py"]


@pytest.mark.usefixtures("later")
def test_a_file_that_changes_while_it_is_read_is_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(root: Path, path: str, largest: int) -> SourceFile | Unreadable:
        found = read(root, path, largest)
        (root / path).write_text("c = 1\n")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(contents, "read", changing)
        assert hashes(root) != true_hashes(root)
    assert hashes(root) == true_hashes(root)


@pytest.mark.usefixtures("later")
def test_what_became_something_else_is_not_taken_for_known(root: Path) -> None:
    hashes(root)
    found = discover(settings(root))
    (root / "a.py").rename(root / "elsewhere")
    (root / "a.py").symlink_to(root / "elsewhere")
    (root / "b.py").unlink()
    looked = look(found, settings(root))
    assert looked["a.py"] == Unreadable("a.py", "is a symbolic link")
    assert looked["b.py"] == Unreadable("b.py", "cannot be read: No such file or directory")


@pytest.mark.usefixtures("later")
def test_a_file_beyond_a_limit_that_was_lowered_is_not_taken_for_known(root: Path) -> None:
    hashes(root)
    low = settings(root, largest=5)
    assert all(isinstance(seen, Unreadable) for seen in look(discover(low), low).values())


@pytest.mark.usefixtures("later")
def test_files_that_a_run_is_not_about_stay_known_while_they_exist(root: Path, read_files: list[str]) -> None:
    (root / "part").mkdir()
    (root / "part" / "c.py").write_text("c = 1\n")
    (root / "gone.py").write_text("")
    hashes(root)
    (root / "gone.py").unlink()
    (root / "part" / "c.py").write_text("c = 2\n")
    part = Settings(root=root, paths=(root / "part",), configuration=Configuration())
    look(discover(part), part)
    data = project_store(root).read(INDEX)
    assert data is not None
    assert sorted(msgspec.msgpack.decode(data)) == ["a.py", "b.py", "part/c.py"]
    read_files.clear()
    hashes(root)
    assert read_files == []


@pytest.mark.usefixtures("later")
def test_without_the_cache_all_is_read_and_nothing_kept(root: Path, read_files: list[str]) -> None:
    hashes(root)
    before = (root / FOLDER / INDEX).read_bytes()
    (root / "a.py").write_text("a = 1; b = 2\n")
    look(discover(settings(root)), settings(root, cache=False))
    assert read_files == ["a.py", "b.py"] * 2
    assert (root / FOLDER / INDEX).read_bytes() == before


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("sealed", [True, False])
def test_a_bad_index_is_made_anew_and_told(root: Path, read_files: list[str], *, sealed: bool) -> None:
    hashes(root)
    read_files.clear()
    if sealed:
        project_store(root).write(INDEX, b"\x81\xa1a\x01")
    else:
        (root / FOLDER / INDEX).write_bytes(b"rubbish")
    with hearing() as notices:
        assert hashes(root) == true_hashes(root)
    assert [one.file.name for one in notices] == [INDEX]
    with hearing() as notices:
        hashes(root)
    assert (read_files, notices) == (["a.py", "b.py"], [])
